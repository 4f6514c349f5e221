import { useState } from "react";
import { Refused, send, useAsked } from "../frame/api";
import { Dialog } from "../data/dialog";
import { count } from "../parts/numbers";
import { Failure } from "../parts/words";

export type Listed = {
    project: string;
    name: string;
    images?: number;
    labelled?: number;
    categories?: number;
    works?: number;
    file?: string;
    error?: string;
};

/** A project that was deleted: its name in the bin, and where that lies. */
export type Gone = { name: string; bin: string; folder: string };

type OneProps = { project: Listed; onClose: () => void };

/** Calls a project otherwise. */
export function Rename({ project, changed, onClose }: OneProps & { changed: () => void }) {
    const [name, setName] = useState(project.name);
    const [refused, setRefused] = useState<Refused>();
    const rename = async () => {
        try {
            await send("PUT", "/api/projects/" + encodeURIComponent(project.project) + "/name", { name });
            changed();
            onClose();
        } catch (failure) {
            setRefused(failure as Refused);
        }
    };
    return (
        <Dialog title={"Rename " + project.name} onClose={onClose}>
            {refused && <Failure failure={refused} />}
            <form
                className="bar"
                onSubmit={(event) => {
                    event.preventDefault();
                    void rename();
                }}
            >
                <label className="field">
                    New name <input value={name} autoFocus onFocus={(event) => event.target.select()} onChange={(event) => setName(event.target.value)} />
                </label>
                <button type="submit" className="main" disabled={name.trim() === "" || name.trim() === project.name}>
                    Rename
                </button>
                <button type="button" onClick={onClose}>
                    Leave it as it is
                </button>
            </form>
            <p className="faint">Its address stays {project.project}.</p>
        </Dialog>
    );
}

/** Says what will be gone before it is. */
export function Delete({ project, deleted, onClose }: OneProps & { deleted: (gone: { bin: string; folder: string }) => void }) {
    const [refused, setRefused] = useState<Refused>();
    const [busy, setBusy] = useState(false);
    const remove = async () => {
        setBusy(true);
        try {
            deleted(await send<{ bin: string; folder: string }>("DELETE", "/api/projects/" + encodeURIComponent(project.project)));
            onClose();
        } catch (failure) {
            setRefused(failure as Refused);
            setBusy(false);
        }
    };
    return (
        <Dialog title={"Delete " + project.name + "?"} onClose={onClose}>
            {refused && <Failure failure={refused} />}
            {project.images !== undefined && (
                <p>
                    It holds {count(project.images, "image")}, {project.labelled ?? 0} of them labelled, and{" "}
                    {project.works === 1 ? "1 training, search or prediction" : (project.works ?? 0) + " trainings, searches and predictions"}, with their models.
                </p>
            )}
            {project.file !== undefined && (
                <p>
                    It holds {project.works === 1 ? "1 training or search" : (project.works ?? 0) + " trainings and searches"}, with their models. The file{" "}
                    <code>{project.file}</code> stays where it is, unless it was sent here.
                </p>
            )}
            <p>All of it is moved into the bin. From there it can be brought back, until it is deleted for good.</p>
            <div className="bar">
                <button type="button" className="main" disabled={busy} onClick={() => void remove()}>
                    Delete {project.name}
                </button>
                <button type="button" onClick={onClose}>
                    Keep it
                </button>
            </div>
        </Dialog>
    );
}

/** What was deleted just now, where it lies, and the way back. */
export function GoneNote({ gone, back }: { gone: Gone | undefined; back: () => void }) {
    const [refused, setRefused] = useState<Refused>();
    const restore = async (bin: string) => {
        try {
            await restored(bin);
            setRefused(undefined);
            back();
        } catch (failure) {
            setRefused(failure as Refused);
        }
    };
    return (
        <div role="status">
            {refused && <Failure failure={refused} />}
            {gone && (
                <div className="gone">
                    <p>
                        {gone.name} was deleted. It lies in <code>{gone.folder}</code> until it is deleted there for good.
                    </p>
                    <button type="button" onClick={() => void restore(gone.bin)}>
                        Bring {gone.name} back
                    </button>
                </div>
            )}
        </div>
    );
}

function restored(bin: string): Promise<unknown> {
    return send("POST", "/api/bin/" + encodeURIComponent(bin) + "/restore");
}

/** The bin: what was deleted, to bring back or to delete for good. */
export function Binned({ stamp, changed }: { stamp: number; changed: () => void }) {
    const { value, again } = useAsked<{ folder: string; projects: { bin: string; name: string }[] }>("/api/bin", stamp);
    const [asked, setAsked] = useState("");
    const [refused, setRefused] = useState<Refused>();
    const attempt = async (work: Promise<unknown>) => {
        try {
            await work;
            setRefused(undefined);
        } catch (failure) {
            setRefused(failure as Refused);
        }
        setAsked("");
        again();
        changed();
    };
    if (value === undefined || value.projects.length === 0) {
        return null;
    }
    return (
        <details className="binned">
            <summary>The bin: {count(value.projects.length, "project")}</summary>
            <p className="faint">
                In <code>{value.folder}</code>
            </p>
            {refused && <Failure failure={refused} />}
            <ul className="text">
                {value.projects.map((each) => (
                    <li key={each.bin}>
                        {each.name} {each.name !== each.bin && <span className="faint">({each.bin})</span>}{" "}
                        <button type="button" className="small" aria-label={"Bring " + each.name + " back"} onClick={() => void attempt(restored(each.bin))}>
                            Bring it back
                        </button>{" "}
                        {asked === each.bin ? (
                            <>
                                <button
                                    type="button"
                                    className="small"
                                    autoFocus
                                    onClick={() => void attempt(send("DELETE", "/api/bin/" + encodeURIComponent(each.bin)))}
                                >
                                    Yes, delete {each.name} for good: nothing brings it back
                                </button>{" "}
                                <button type="button" className="small" onClick={() => setAsked("")}>
                                    No
                                </button>
                            </>
                        ) : (
                            <button type="button" className="small" aria-label={"Delete " + each.name + " for good"} onClick={() => setAsked(each.bin)}>
                                Delete for good …
                            </button>
                        )}
                    </li>
                ))}
            </ul>
        </details>
    );
}
