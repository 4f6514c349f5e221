import { useEffect, useState, type ComponentType } from "react";

type Panel = ComponentType<{ leave: () => void }>;

/** Help mode: while it is on, whatever is pointed at or has the focus is explained. Its texts are loaded when it is first used. */
export function Explain() {
    const [on, setOn] = useState(false);
    const [panel, setPanel] = useState<{ Panel: Panel }>();
    useEffect(() => {
        const key = (event: KeyboardEvent) => {
            if (event.key === "F1" || (event.key === "?" && !writing(event.target))) {
                event.preventDefault();
                setOn((before) => !before);
            }
        };
        window.addEventListener("keydown", key);
        return () => window.removeEventListener("keydown", key);
    }, []);
    useEffect(() => {
        if (on && panel === undefined) {
            import("../help/pointing").then((module) => setPanel({ Panel: module.default })).catch(() => setOn(false));
        }
    }, [on, panel]);
    return (
        <>
            <button type="button" className="explain" aria-pressed={on} aria-keyshortcuts="F1" title="Explains what you point at (F1)" onClick={() => setOn(!on)}>
                What is this?
            </button>
            {on && panel && <panel.Panel leave={() => setOn(false)} />}
        </>
    );
}

function writing(target: EventTarget | null): boolean {
    return target instanceof HTMLElement && target.closest("input:not([type=checkbox], [type=range]), textarea, select") !== null;
}
