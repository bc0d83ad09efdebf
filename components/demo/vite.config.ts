// The page that shows every component in every state: `npx vite components/demo`.
// It serves the catalogue alone; nothing of it is built into the application.

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [react()], worker: { format: "es" } });
