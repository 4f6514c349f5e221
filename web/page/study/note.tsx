import { useState } from "react";
import { Refused, send, useAsked } from "../frame/api";
import { Failure } from "../parts/words";
import { apiOf, type Study } from "../studies/types";

type Note = { note: string; tags: string[] };

type Props = { store: string; study: string; open: boolean; close: () => void };

/** What a person has written down about a study. */
export function NoteEditor({ store, study, open, close }: Props) {
    const listed = useAsked<{ studies: Study[] }>("/api/stores/" + encodeURIComponent(store) + "/studies");
    const [kept, setKept] = useState<Note>();
    const [written, setDraft] = useState<{ note: string; tags: string }>();
    const [failure, setFailure] = useState<Refused>();
    const note = kept ?? listed.value?.studies.find((each) => each.name === study);
    if (note === undefined) {
        return null;
    }
    if (!open) {
        return note.note === "" && note.tags.length === 0 ? null : (
            <div className="notes">
                {note.tags.map((tag) => (
                    <span key={tag} className="tag">
                        {tag}
                    </span>
                ))}
                {note.note !== "" && <p className="written">{note.note}</p>}
            </div>
        );
    }
    const draft = written ?? { note: note.note, tags: note.tags.join(", ") };
    const save = async () => {
        try {
            const tags = draft.tags.split(",").map((tag) => tag.trim());
            setKept(await send<Note>("PUT", apiOf(store, study) + "/note", { note: draft.note, tags: tags.filter(Boolean) }));
            setDraft(undefined);
            close();
            setFailure(undefined);
        } catch (problem) {
            setFailure(problem as Refused);
        }
    };
    return (
        <form
            className="notes"
            onSubmit={(event) => {
                event.preventDefault();
                void save();
            }}
        >
            <label>
                Note
                <textarea autoFocus rows={3} value={draft.note} onChange={(event) => setDraft({ ...draft, note: event.target.value })} />
            </label>
            <label>
                Tags, with commas between them
                <input value={draft.tags} onChange={(event) => setDraft({ ...draft, tags: event.target.value })} />
            </label>
            {failure && <Failure failure={failure} />}
            <div className="bar">
                <button type="submit" className="main">
                    Keep
                </button>
                <button
                    type="button"
                    onClick={() => {
                        setDraft(undefined);
                        close();
                    }}
                >
                    Leave as it was
                </button>
            </div>
        </form>
    );
}
