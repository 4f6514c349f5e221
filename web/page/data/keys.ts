import { useEffect, useRef } from "react";

export type Commands = {
    label: (digits: string) => void;
    undo: () => void;
    redo: () => void;
    all: () => void;
    none: () => void;
    remove: () => void;
};

/** Whether keys mean letters just now. */
function writing(target: EventTarget | null): boolean {
    return target instanceof HTMLElement && target.closest("input, textarea, select, dialog") !== null;
}

/** Keys that hold for the whole page. Digits count while Shift is held, so that there can be more than nine categories. */
export function useKeys(commands: Commands) {
    const latest = useRef(commands);
    latest.current = commands;
    useEffect(() => {
        let digits = "";
        const down = (event: KeyboardEvent) => {
            if (writing(event.target)) {
                return;
            }
            const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
            const ctrl = event.ctrlKey || event.metaKey;
            const key = event.key.toLowerCase();
            if (event.shiftKey && !ctrl && !event.altKey && digit !== undefined) {
                event.preventDefault();
                digits += digit;
            } else if (event.shiftKey && event.key === "Backspace" && digits !== "") {
                event.preventDefault();
                digits = digits.slice(0, -1);
            } else if (ctrl && key === "z") {
                event.preventDefault();
                if (event.shiftKey) {
                    latest.current.redo();
                } else {
                    latest.current.undo();
                }
            } else if (ctrl && key === "y") {
                event.preventDefault();
                latest.current.redo();
            } else if (ctrl && key === "a") {
                event.preventDefault();
                latest.current.all();
            } else if (event.key === "Escape") {
                latest.current.none();
            } else if (event.key === "Delete" || event.key === "Backspace") {
                latest.current.remove();
            }
        };
        const up = (event: KeyboardEvent) => {
            if (event.key === "Shift" && digits !== "") {
                latest.current.label(digits);
                digits = "";
            }
        };
        window.addEventListener("keydown", down);
        window.addEventListener("keyup", up);
        return () => {
            window.removeEventListener("keydown", down);
            window.removeEventListener("keyup", up);
        };
    }, []);
}
