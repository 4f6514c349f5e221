import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./frame/app";
import "./style.css";

createRoot(document.getElementById("page")!).render(
    <StrictMode>
        <App />
    </StrictMode>,
);
