import { useEffect, useState } from "react";
import { ask, Refused } from "../frame/api";
import { count } from "../parts/numbers";
import { Failure } from "../parts/words";
import { Dialog } from "./dialog";
import { apiOf } from "./project";

type Read = {
    version: number;
    columns: string[];
    file_column: string;
    label_column: string;
    images: number;
    changed: number;
    new_categories: string[];
    unmatched: number;
    unmatched_files: string[];
};

type Props = { project: string; file: File; changed: (version: number) => void; onClose: () => void };

/** Labels from a table: what would happen, before it does. */
export function TableDialog({ project, file, changed, onClose }: Props) {
    const [read, setRead] = useState<Read>();
    const [failure, setFailure] = useState<Refused>();
    const [columns, setColumns] = useState<{ file?: string; label?: string }>({});
    const asked = async (apply: boolean) => {
        const query = new URLSearchParams();
        if (columns.file !== undefined) {
            query.set("file_column", columns.file);
        }
        if (columns.label !== undefined) {
            query.set("label_column", columns.label);
        }
        if (apply) {
            query.set("apply", "true");
        }
        try {
            const answer = await ask<Read>(apiOf(project) + "/label-table?" + query, {
                method: "POST",
                headers: { "Content-Type": "application/octet-stream" },
                body: file,
            });
            setRead(answer);
            setFailure(undefined);
            if (apply) {
                changed(answer.version);
                onClose();
            }
        } catch (problem) {
            setFailure(problem as Refused);
        }
    };
    useEffect(() => {
        void asked(false);
        // Asked again when other columns are meant.
    }, [columns.file, columns.label]);
    return (
        <Dialog title={"Labels from " + file.name} onClose={onClose}>
            {failure && <Failure failure={failure} />}
            {read !== undefined && (
                <>
                    <div className="bar">
                        <label className="field">
                            File names{" "}
                            <select value={read.file_column} onChange={(event) => setColumns({ ...columns, file: event.target.value })}>
                                {read.columns.map((column) => (
                                    <option key={column}>{column}</option>
                                ))}
                            </select>
                        </label>
                        <label className="field">
                            Labels{" "}
                            <select value={read.label_column} onChange={(event) => setColumns({ ...columns, label: event.target.value })}>
                                {read.columns.map((column) => (
                                    <option key={column}>{column}</option>
                                ))}
                            </select>
                        </label>
                    </div>
                    <ul className="text">
                        <li>
                            {count(read.images, "image")} would be labelled; {read.changed} of them have another label now.
                        </li>
                        {read.new_categories.length > 0 && <li>New categories: {read.new_categories.join(", ")}.</li>}
                        {read.unmatched > 0 && (
                            <li>
                                {count(read.unmatched, "name")} of the table fit no image, or several: {read.unmatched_files.slice(0, 10).join(", ")}
                                {read.unmatched > 10 && " and more"}.
                            </li>
                        )}
                    </ul>
                    <div className="bar">
                        <button type="button" className="main" disabled={read.images === 0} onClick={() => void asked(true)}>
                            Label {count(read.images, "image")}
                        </button>
                        <button type="button" onClick={onClose}>
                            Leave all as it is
                        </button>
                    </div>
                </>
            )}
        </Dialog>
    );
}
