import { useState } from "react";
import { Refused, send, useAsked } from "../frame/api";
import { useLive } from "../frame/live";
import { pathOf } from "../frame/route";
import { bytes } from "../parts/numbers";
import { Failure } from "../parts/words";
import "./home.css";

type Form = { form: string; help: string; state: "none" | "making" | "made" | "failed"; message: string; names: string[] };
type Handed = { file: string; bytes: number; help: string };
type Home = { forms: Form[]; files: Handed[] };

/** How people call the forms that have another name than their word. */
const TITLES: Record<string, string> = { onnx: "ONNX", torchscript: "TorchScript", pytorch: "PyTorch source", report: "Report" };

/** What can be taken along: all files as one, the report and the forms for other programs on request, each file alone. */
export function TakeHome({ project, work }: { project: string; work: number }) {
    const at = "/api" + pathOf("projects", project, "works", work);
    const asked = useAsked<Home>(at + "/home");
    const live = useLive<Home | { error: string }>("home/" + project + "/" + work);
    const [refused, setRefused] = useState<Refused>();
    const home = live !== undefined && "forms" in live ? live : asked.value;
    if (asked.failure && home === undefined) {
        return <Failure failure={asked.failure} again={asked.again} />;
    }
    if (home === undefined) {
        return <p className="faint">Looking at the files …</p>;
    }
    const make = async (form: string) => {
        setRefused(undefined);
        try {
            await send("POST", at + "/home", { form });
            asked.again();
        } catch (failure) {
            setRefused(failure as Refused);
        }
    };
    const made = new Set(home.forms.flatMap((form) => form.names));
    const handed = home.files.filter((file) => !made.has(file.file));
    const sum = home.files.reduce((before, file) => before + file.bytes, 0);
    const fileAt = (file: string) => at + "/files/" + encodeURIComponent(file);
    return (
        <section aria-labelledby="take-home">
            <h2 id="take-home">Take home</h2>
            <p>
                What other programs need is made when you ask for it; the whole model is in each form: raw values go in, answers come out.
            </p>
            {refused && <Failure failure={refused} />}
            <ul className="home">
                {home.forms.map((form) => (
                    <Take key={form.form} form={form} files={home.files} at={fileAt} make={() => void make(form.form)} />
                ))}
            </ul>
            <p>
                <a className="button" href={at + "/all.zip"} download>
                    All of it as one zip
                </a>{" "}
                <span className="faint">{bytes(sum)} before it is packed</span>
            </p>
            <details>
                <summary>The {handed.length} files one by one</summary>
                <ul className="text">
                    {handed.map((file) => (
                        <li key={file.file}>
                            <a href={fileAt(file.file)} download={file.file}>
                                {file.file}
                            </a>{" "}
                            <span className="faint">
                                {bytes(file.bytes)}
                                {file.help !== "" && "; " + file.help}
                            </span>
                        </li>
                    ))}
                </ul>
            </details>
        </section>
    );
}

function Take({ form, files, at, make }: { form: Form; files: Handed[]; at: (file: string) => string; make: () => void }) {
    const title = TITLES[form.form] ?? form.form;
    return (
        <li>
            <strong>{title}</strong>
            <span className="faint">{form.help}</span>
            <span className="what" role="status">
                {form.state === "making" && <>Being made …</>}
                {form.state === "made" &&
                    form.names.map((name) => (
                        <a key={name} className="button" href={at(name)} download={name}>
                            {name} <span className="faint">{bytes(files.find((file) => file.file === name)?.bytes ?? 0)}</span>
                        </a>
                    ))}
                {(form.state === "none" || form.state === "failed") && (
                    <button type="button" onClick={make} aria-label={(form.state === "failed" ? "Try again to make: " : "Make: ") + title}>
                        {form.state === "failed" ? "Try again" : "Make it"}
                    </button>
                )}
                {form.state === "failed" && <span className="wrong">It could not be made. {form.message}</span>}
            </span>
        </li>
    );
}
