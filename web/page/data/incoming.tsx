import { useRef, useState } from "react";
import { Refused } from "../frame/api";
import { count } from "../parts/numbers";
import { Failure } from "../parts/words";
import { apiOf, type Act, type Incoming } from "./project";
import { chosen, refusalOf, upload, type Sent } from "./upload";

/** Sends files of this person, and says how far that is. */
export function useSending(project: string) {
    const [sending, setSending] = useState<{ done: number; total: number }>();
    const [failure, setFailure] = useState<Refused>();
    const begin = async (files: Sent[]) => {
        if (files.length === 0 || sending !== undefined) {
            return;
        }
        setFailure(undefined);
        setSending({ done: 0, total: files.length });
        try {
            await upload(apiOf(project), files, (done) => setSending({ done, total: files.length }));
        } catch (problem) {
            setFailure(refusalOf(problem));
        }
        setSending(undefined);
    };
    return { sending, failure, begin };
}

type AddProps = { begin: (files: Sent[]) => void; onTable: (file: File) => void; act: Act; first: boolean };

/** All ways in which images come. */
export function Add({ begin, onTable, act, first }: AddProps) {
    const files = useRef<HTMLInputElement>(null);
    const folder = useRef<HTMLInputElement>(null);
    const table = useRef<HTMLInputElement>(null);
    const [naming, setNaming] = useState(false);
    return (
        <>
            <button type="button" className={first ? "main" : ""} onClick={() => files.current?.click()}>
                Add images or a zip …
            </button>
            <button type="button" onClick={() => folder.current?.click()}>
                Add a folder …
            </button>
            <button type="button" aria-expanded={naming} onClick={() => setNaming(!naming)}>
                Folder of the server’s machine …
            </button>
            {!first && (
                <button type="button" onClick={() => table.current?.click()}>
                    Labels from a table …
                </button>
            )}
            <input ref={files} type="file" multiple hidden aria-label="Images or archives" accept="image/*,.tif,.tiff,.zip,.tar,.gz,.tgz" onChange={(event) => begin(chosen(event.target.files))} />
            <input
                ref={(input) => {
                    folder.current = input;
                    input?.setAttribute("webkitdirectory", "");
                }}
                type="file"
                hidden
                aria-label="A folder of images"
                onChange={(event) => begin(chosen(event.target.files))}
            />
            <input
                ref={table}
                type="file"
                hidden
                aria-label="A table of file names and labels"
                accept=".csv,.tsv,.txt"
                onChange={(event) => {
                    const file = event.target.files?.[0];
                    event.target.value = "";
                    if (file !== undefined) {
                        onTable(file);
                    }
                }}
            />
            {naming && <OfTheMachine act={act} done={() => setNaming(false)} />}
        </>
    );
}

function OfTheMachine({ act, done }: { act: Act; done: () => void }) {
    const [folder, setFolder] = useState("");
    const [copy, setCopy] = useState(true);
    return (
        <form
            className="bar whole"
            onSubmit={(event) => {
                event.preventDefault();
                void act("POST", "/folders", { folder, copy }).then((good) => good && done());
            }}
        >
            <label className="field">
                Its path <input size={40} value={folder} onChange={(event) => setFolder(event.target.value)} placeholder="samples/blood-cells" />
            </label>
            <label className="field">
                <input type="checkbox" checked={copy} onChange={(event) => setCopy(event.target.checked)} /> copy the images into the project
            </label>
            <button type="submit" disabled={folder.trim() === ""}>
                Take it in
            </button>
        </form>
    );
}

type ComingProps = { incoming: Incoming; sending: { done: number; total: number } | undefined; failure: Refused | undefined; act: Act };

/** How far what comes in is, and what came of it. */
export function Coming({ incoming, sending, failure, act }: ComingProps) {
    const [read, setRead] = useState("");
    const now = JSON.stringify(incoming);
    if (sending !== undefined) {
        return (
            <div className="coming" role="status">
                <p>
                    Sending {sending.done} of {count(sending.total, "file")} …
                </p>
                <progress aria-label="Files sent" value={sending.done} max={sending.total} />
            </div>
        );
    }
    if (incoming.state === "running") {
        return (
            <div className="coming" role="status">
                <p>
                    Taking in {incoming.from}: {incoming.total === 0 ? "looking for images …" : `${incoming.done} of ${count(incoming.total, "image")} …`} You
                    may close this page; it goes on.
                </p>
                <progress aria-label="Images taken in" value={incoming.done} max={Math.max(1, incoming.total)} />
                <button type="button" onClick={() => void act("DELETE", "/incoming")}>
                    Stop
                </button>
            </div>
        );
    }
    return (
        <>
            {failure && <Failure failure={failure} />}
            {incoming.state === "failed" && read !== now && (
                <div className="failure" role="alert">
                    <p>
                        <strong>{incoming.why}</strong>
                    </p>
                    <button type="button" onClick={() => setRead(now)}>
                        Good
                    </button>
                </div>
            )}
            {incoming.state === "done" && read !== now && (
                <div className="coming" role="status">
                    <p>
                        {count(incoming.added, "image")} came from {incoming.from}
                        {incoming.returned > 0 && `, ${incoming.returned} came back`}
                        {incoming.skipped > 0 && `, ${count(incoming.skipped, "file")} could not be taken in`}. {incoming.notes.join(" ")}
                    </p>
                    {incoming.skipped_files.length > 0 && (
                        <details>
                            <summary>Which, and why</summary>
                            <ul>
                                {incoming.skipped_files.map((file, i) => (
                                    <li key={i}>
                                        {file.file}: {file.reason}
                                    </li>
                                ))}
                            </ul>
                        </details>
                    )}
                    <button type="button" onClick={() => setRead(now)}>
                        Good
                    </button>
                </div>
            )}
        </>
    );
}
