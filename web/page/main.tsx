import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./frame/app";
import { placeOf } from "./frame/route";
import "./style.css";

// Its script comes while the frame is drawn.
void placeOf(window.location.pathname)?.place.page.load();

createRoot(document.getElementById("page")!).render(
    <StrictMode>
        <App />
    </StrictMode>,
);
