import { useRef, useState } from "react";
import { ask, Refused, send, useAsked } from "../frame/api";
import { Link } from "../frame/link";
import { go, pathOf } from "../frame/route";
import { count } from "../parts/numbers";
import { Empty, Failure } from "../parts/words";
import { Binned, Delete, GoneNote, Rename, type Gone, type Listed } from "./bin";
import "./projects.css";


/** All projects of this machine, and new ones. */
export default function Projects() {
    const [stamp, setStamp] = useState(0);
    const { value, failure, again } = useAsked<{ projects: Listed[] }>("/api/projects", stamp);
    const [renaming, setRenaming] = useState<Listed>();
    const [deleting, setDeleting] = useState<Listed>();
    const [gone, setGone] = useState<Gone>();
    const changed = () => setStamp((before) => before + 1);
    return (
        <>
            <h1>Projects</h1>
            <GoneNote
                gone={gone}
                back={() => {
                    setGone(undefined);
                    changed();
                }}
            />
            {failure && <Failure failure={failure} again={again} />}
            {value !== undefined && value.projects.length === 0 && (
                <Empty title="No project yet">
                    <p>
                        A project holds images, or a table or series, and what is learnt from them. For images give it a name; they are added in
                        the next step. A table is opened from its file. Nothing leaves this machine, and everything is kept as you go.
                    </p>
                </Empty>
            )}
            <NewProject />
            {value !== undefined && value.projects.length > 0 && (
                <ul className="projects">
                    {value.projects.map((each) => (
                        <li key={each.project}>
                            <Tile each={each} />
                            <div className="bar">
                                {each.error === undefined && (
                                    <button type="button" className="small" aria-label={"Rename " + each.name} onClick={() => setRenaming(each)}>
                                        Rename …
                                    </button>
                                )}
                                <button type="button" className="small" aria-label={"Delete " + each.name} onClick={() => setDeleting(each)}>
                                    Delete …
                                </button>
                            </div>
                        </li>
                    ))}
                </ul>
            )}
            <Binned stamp={stamp} changed={changed} />
            {renaming !== undefined && <Rename project={renaming} changed={changed} onClose={() => setRenaming(undefined)} />}
            {deleting !== undefined && (
                <Delete
                    project={deleting}
                    deleted={(bin) => {
                        setGone({ ...bin, name: deleting.name });
                        changed();
                    }}
                    onClose={() => setDeleting(undefined)}
                />
            )}
        </>
    );
}

/** What a project holds, and the way into it. */
function Tile({ each }: { each: Listed }) {
    if (each.error !== undefined) {
        return (
            <div className="tile">
                <strong>{each.name}</strong>
                <span>{each.error}</span>
            </div>
        );
    }
    return (
        <Link className="tile" href={pathOf("projects", each.project)}>
            <strong>{each.name}</strong>
            {each.file === undefined ? (
                <>
                    <span>{count(each.images ?? 0, "image")}</span>
                    <span className="faint">
                        {each.labelled ?? 0} labelled, {each.categories ?? 0} {each.categories === 1 ? "category" : "categories"}
                    </span>
                </>
            ) : (
                <>
                    <span>table or series</span>
                    <span className="faint">{each.file.slice(each.file.lastIndexOf("/") + 1)}</span>
                </>
            )}
        </Link>
    );
}

function NewProject() {
    const [name, setName] = useState("");
    const [failure, setFailure] = useState<Refused>();
    const [opening, setOpening] = useState("");
    const file = useRef<HTMLInputElement>(null);
    const table = useRef<HTMLInputElement>(null);
    const [pointing, setPointing] = useState(false);
    const [path, setPath] = useState("");
    const attempt = async (work: () => Promise<Listed>) => {
        try {
            go(pathOf("projects", (await work()).project));
        } catch (problem) {
            setOpening("");
            setFailure(problem as Refused);
        }
    };
    const point = () => void attempt(() => send<Listed>("POST", "/api/open", { path: path.trim() }));
    const taken = (chosen: File) => {
        setOpening(chosen.name);
        void attempt(() =>
            ask<Listed>("/api/tables/file?name=" + encodeURIComponent(chosen.name), {
                method: "POST",
                headers: { "Content-Type": "application/octet-stream" },
                body: chosen,
            }),
        );
    };
    return (
        <form
            className="bar"
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
                event.preventDefault();
                const dropped = event.dataTransfer.files[0];
                if (dropped !== undefined) {
                    taken(dropped);
                }
            }}
            onSubmit={(event) => {
                event.preventDefault();
                void attempt(() => send<Listed>("POST", "/api/projects", { name }));
            }}
        >
            <label className="field">
                Name <input value={name} onChange={(event) => setName(event.target.value)} placeholder="Blood cells" />
            </label>
            <button type="submit" className="main" disabled={name.trim() === ""}>
                New project
            </button>
            <button type="button" onClick={() => file.current?.click()}>
                Open a project from a file …
            </button>
            <input
                ref={file}
                type="file"
                accept=".sweetspot"
                hidden
                aria-label="A .sweetspot file"
                onChange={(event) => {
                    const chosen = event.target.files?.[0];
                    if (chosen !== undefined) {
                        setOpening(chosen.name);
                        void attempt(() =>
                            ask<Listed>(
                                "/api/projects/unpack?name=" + encodeURIComponent(chosen.name.replace(/\.sweetspot$/i, "")),
                                { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: chosen },
                            ),
                        );
                    }
                }}
            />
            <button type="button" onClick={() => table.current?.click()}>
                Open a table or series …
            </button>
            <input
                ref={table}
                type="file"
                accept=".csv,.tsv,.txt,.gz"
                hidden
                aria-label="A table: .csv, .tsv or .txt, also .gz"
                onChange={(event) => {
                    const chosen = event.target.files?.[0];
                    event.target.value = "";
                    if (chosen !== undefined) {
                        taken(chosen);
                    }
                }}
            />
            <button type="button" aria-expanded={pointing} onClick={() => setPointing(!pointing)}>
                Point to a folder or table of the server’s machine …
            </button>
            {pointing && (
                <span className="bar whole">
                    <label className="field">
                        Its path{" "}
                        <input
                            size={40}
                            value={path}
                            autoFocus
                            onChange={(event) => setPath(event.target.value)}
                            onKeyDown={(event) => {
                                if (event.key === "Enter") {
                                    // The form around it makes a new project.
                                    event.preventDefault();
                                    point();
                                }
                            }}
                            placeholder="samples/wine.csv"
                        />
                    </label>
                    <button type="button" disabled={path.trim() === ""} onClick={point}>
                        Open it
                    </button>
                    <span className="faint">A folder of images is taken in; a table stays where it is.</span>
                </span>
            )}
            {opening !== "" && <span role="status">Opening {opening} …</span>}
            {failure && <Failure failure={failure} />}
        </form>
    );
}
