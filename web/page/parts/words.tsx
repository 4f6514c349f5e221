import type { ReactNode } from "react";
import type { Refused } from "../frame/api";

/** What the server refused, as it says it, and a way to ask again. */
export function Failure({ failure, again }: { failure: Refused; again?: () => void }) {
    return (
        <div className="failure" role="alert">
            <p>
                <strong>{failure.error}</strong> {failure.hint}
            </p>
            {again && (
                <button type="button" onClick={again}>
                    Try again
                </button>
            )}
        </div>
    );
}

/** Where there is nothing yet: what to do next. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
    return (
        <div className="empty">
            <h2>{title}</h2>
            {children}
        </div>
    );
}

/** A command to take away. */
export function Command({ text }: { text: string }) {
    return (
        <div className="take">
            <pre>{text}</pre>
            {navigator.clipboard && (
                <button type="button" className="copy" onClick={() => navigator.clipboard.writeText(text)}>
                    copy
                </button>
            )}
        </div>
    );
}
