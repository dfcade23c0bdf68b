import "./css/fonts.css";
import "./css/tokens.css";
import "./css/base.css";
import "./css/layout.css";
import "./css/forms.css";
import "./css/tables.css";
import "./css/components.css";
import "./css/intake.css";
import "./css/reporting.css";
import "./css/rooms.css";
import "./css/activities.css";
import "./css/people.css";
import "./css/accounts.css";
import "./css/contrast.css";
import "./css/print.css";
import { askBeforeLoss } from "./confirm.js";
import { warnOfUnsavedWork } from "./unsaved.js";
import { keepDrafts } from "./drafts.js";
import { showPasswords } from "./passwords.js";
import { reviewDocument } from "./review-document.js";
import { reviewKeys } from "./review.js";
import { shortcuts } from "./shortcuts.js";

// Every page works without this file: it only saves steps and saves from loss.
// A form that is asked about is not sent yet, so the question comes before the rest.
askBeforeLoss(document);
warnOfUnsavedWork(document);
keepDrafts(document);
shortcuts(document);
showPasswords(document);
reviewDocument(document);
reviewKeys(document);
