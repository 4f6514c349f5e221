import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { explain, type Explained } from "./explain";

/** Explains what is pointed at or has the focus. Shift and a click, or F2, hold an explanation; Escape leaves. */
export default function Pointing({ leave }: { leave: () => void }) {
    const [told, setTold] = useState<Explained>();
    const [held, setHeld] = useState(false);
    const now = useRef({ held, leave });
    now.current = { held, leave };
    useEffect(() => {
        const end = new AbortController();
        const tell = (target: EventTarget | null) => {
            const found = target instanceof Element ? explain(target) : undefined;
            if (found !== undefined) {
                // At once: the next thing that is pointed at must not find the mark of this one.
                flushSync(() => setTold(found));
            }
        };
        const look = (event: Event) => !now.current.held && tell(event.target);
        // Who holds an explanation presses a button without using it.
        const hold = (event: MouseEvent) => {
            if (event.shiftKey) {
                event.preventDefault();
                event.stopPropagation();
                if (event.type === "click") {
                    tell(event.target);
                    setHeld(true);
                }
            }
        };
        const keys = (event: KeyboardEvent) => {
            if (event.key === "Escape") {
                event.preventDefault();
                event.stopPropagation();
                now.current.leave();
            } else if (event.key === "F2") {
                event.preventDefault();
                setHeld((before) => !before);
            }
        };
        const options = { capture: true, signal: end.signal };
        document.addEventListener("pointerover", look, options);
        document.addEventListener("focusin", look, options);
        for (const type of ["pointerdown", "mousedown", "click"] as const) {
            document.addEventListener(type, hold, options);
        }
        document.addEventListener("keydown", keys, options);
        return () => end.abort();
    }, []);
    useLayoutEffect(() => {
        told?.place.setAttribute("data-explained", "");
        return () => told?.place.removeAttribute("data-explained");
    }, [told]);
    const low = told !== undefined && told.place.getBoundingClientRect().top > window.innerHeight / 2;
    // What lies outside an open dialog cannot be read by everybody.
    const room = told?.place.closest("dialog") ?? document.body;
    return createPortal(
        <section className={low ? "pointing above" : "pointing"} aria-label="What this is" role="status">
            {told === undefined ? (
                <p>Point at anything, or go through the page with Tab: it is explained here.</p>
            ) : (
                <>
                    {told.name !== "" && <strong>{told.name}</strong>}
                    <p>{told.words}</p>
                </>
            )}
            <p className="faint">
                {held ? "Held; F2 or the button lets go. " : "Shift and a click, or F2, hold this. "}
                Escape leaves.{" "}
                {held && (
                    <button type="button" className="small" onClick={() => setHeld(false)}>
                        Let go
                    </button>
                )}
            </p>
        </section>,
        room,
    );
}
