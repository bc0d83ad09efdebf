// Makes sure that there is a Chromium for the browser tests, for machines that may install one.

import { ensureBrowser } from "./browser.js";

ensureBrowser();
