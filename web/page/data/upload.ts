import { ask, send, Refused } from "../frame/api";

/** A file with the folders that it lies in. */
export type Sent = { path: string; file: File };

const AT_ONCE = 6;

/** The files of what was dropped, folders and all that is in them. */
export async function filesOf(dropped: DataTransfer): Promise<Sent[]> {
    const entries = [...dropped.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
    if (entries.length === 0) {
        return [...dropped.files].map((file) => ({ path: file.name, file }));
    }
    const found: Sent[] = [];
    for (const entry of entries) {
        await walk(entry, found);
    }
    return found;
}

async function walk(entry: FileSystemEntry, found: Sent[]): Promise<void> {
    const path = entry.fullPath.replace(/^\//, "");
    if (entry.isFile) {
        const file = await new Promise<File>((good, bad) => (entry as FileSystemFileEntry).file(good, bad));
        found.push({ path, file });
    } else {
        const reader = (entry as FileSystemDirectoryEntry).createReader();
        // A reader gives a hundred at a time, until it gives none.
        for (;;) {
            const some = await new Promise<FileSystemEntry[]>((good, bad) => reader.readEntries(good, bad));
            if (some.length === 0) {
                return;
            }
            for (const each of some) {
                await walk(each, found);
            }
        }
    }
}

/** The files that a person chose; those of a folder know their place in it. */
export function chosen(list: FileList | null): Sent[] {
    return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Sends files, a few at once, and begins to take them in. */
export async function upload(api: string, files: Sent[], progress: (done: number) => void): Promise<void> {
    const { upload: number } = await send<{ upload: number }>("POST", api + "/uploads");
    const base = api + "/uploads/" + number;
    let next = 0;
    let done = 0;
    const worker = async () => {
        while (next < files.length) {
            const { path, file } = files[next++]!;
            await ask(base + "/files?path=" + encodeURIComponent(path), {
                method: "POST",
                headers: { "Content-Type": "application/octet-stream" },
                body: file,
            });
            progress(++done);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    await send("POST", base + "/take");
}

/** A refusal, whatever was thrown. */
export function refusalOf(problem: unknown): Refused {
    return problem instanceof Refused ? problem : new Refused(0, "The files could not be read.", "Maybe choose them again?");
}
