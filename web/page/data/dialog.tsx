import { useEffect, useRef, type ReactNode } from "react";
import "./dialog.css";

/** Something to be seen to before anything else; Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, children, onClose }: { title: string; children: ReactNode; onClose: () => void }) {
    const place = useRef<HTMLDialogElement>(null);
    useEffect(() => {
        const dialog = place.current!;
        if (!dialog.open) {
            dialog.showModal();
        }
        return () => dialog.close();
    }, []);
    return (
        <dialog ref={place} aria-label={title} onClose={onClose} onCancel={onClose}>
            <div className="bar">
                <h2>{title}</h2>
                <button type="button" className="close" aria-label="Close" onClick={onClose}>
                    ✕
                </button>
            </div>
            {children}
        </dialog>
    );
}
