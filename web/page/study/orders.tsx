import { useState } from "react";
import { Refused, send } from "../frame/api";
import { Command, Failure } from "../parts/words";
import { apiOf, type StudyHead, type StudyState } from "../studies/types";

type Props = { store: string; head: StudyHead; state: StudyState; done: () => void; note: () => void };

/** Pauses, stops and opens a study for all its workers. */
export function Orders({ store, head, state, done, note }: Props) {
    const [failure, setFailure] = useState<Refused>();
    const [asking, setAsking] = useState(false);
    if (head.by_hand) {
        return (
            <>
                <p className="faint">This is a training by hand: only the window in which it runs ends it.</p>
                <div className="bar">
                    <button type="button" onClick={note}>
                        Note and tags
                    </button>
                </div>
            </>
        );
    }
    const order = async (standing: string) => {
        setAsking(true);
        setFailure(undefined);
        try {
            await send("POST", apiOf(store, head.study) + "/order", { standing });
            done();
        } catch (problem) {
            setFailure(problem as Refused);
        }
        setAsking(false);
    };
    return (
        <>
            <div className="bar">
                {state.standing === "open" ? (
                    <>
                        <button type="button" disabled={asking} onClick={() => order("paused")}>
                            Pause
                        </button>
                        <button type="button" disabled={asking} onClick={() => order("stopped")}>
                            Stop the search
                        </button>
                    </>
                ) : (
                    <button type="button" disabled={asking} onClick={() => order("open")}>
                        Open it again
                    </button>
                )}
                <a className="button" href={apiOf(store, head.study) + "/report"} download>
                    Download the report
                </a>
                <button type="button" onClick={note}>
                    Note and tags
                </button>
            </div>
            {failure && <Failure failure={failure} />}
            {state.standing === "open" && state.running === 0 && state.put_aside > 0 && (
                <>
                    <p className="note">Nobody works on it now. A worker goes on with what was put aside:</p>
                    <Command text={"./sweetspot resume " + quoted(head.study)} />
                </>
            )}
        </>
    );
}

function quoted(name: string): string {
    return /^[-\w./:@,%=+]+$/.test(name) ? name : "'" + name.replaceAll("'", "'\\''") + "'";
}
