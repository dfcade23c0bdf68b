import "@fontsource/ibm-plex-sans/latin-400.css";
import "@fontsource/ibm-plex-sans/latin-ext-400.css";
import "@fontsource/ibm-plex-sans/latin-500.css";
import "@fontsource/ibm-plex-sans/latin-ext-500.css";
import "@fontsource/ibm-plex-sans/latin-600.css";
import "@fontsource/ibm-plex-sans/latin-ext-600.css";
import "./css/tokens.css";
import "./css/base.css";
import "./css/layout.css";
import "./css/forms.css";
import "./css/tables.css";
import "./css/components.css";
import "./css/intake.css";
import "./css/reporting.css";
import "./css/print.css";
import "./css/rooms.css";
import { warnOfUnsavedWork } from "./unsaved.js";
import { keepDrafts } from "./drafts.js";
import { askBeforeLoss } from "./confirm.js";
import { shortcuts } from "./shortcuts.js";

// Every page works without this file: it only saves steps and saves from loss.
warnOfUnsavedWork(document);
keepDrafts(document);
askBeforeLoss(document);
shortcuts(document);
