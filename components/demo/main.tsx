// Shows one page of the catalogue: `?page=primitives&theme=dark`.
// Themes come from the address, so that a picture can be taken of each.

import { createRoot } from "react-dom/client";

import "../styles/global.css";
import { Catalogue } from "./Catalogue.tsx";

const query = new URLSearchParams(location.search);
document.documentElement.dataset["theme"] = query.get("theme") ?? "light";

const root = document.querySelector("#root");
if (root) createRoot(root).render(<Catalogue page={query.get("page") ?? "assembly"} show={query.get("show") ?? ""} />);
