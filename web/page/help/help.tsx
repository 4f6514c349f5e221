import { Link } from "../frame/link";
import { Command } from "../parts/words";

/** First steps, and how this page is used. */
export default function Help() {
    return (
        <>
            <h1>Help</h1>
            <h2>First steps</h2>
            <p>A search over the sample images takes three minutes; it appears among the studies at once.</p>
            <Command text="./sweetspot tune samples/blood-cells --minutes 3" />
            <h2>Help mode</h2>
            <p>
                F1, or <em>What is this?</em> at the side, explains whatever is under the pointer or has the focus: every
                button, field and picture. Shift and a click, or F2, hold an explanation; Escape leaves.
            </p>
            <h2>Images</h2>
            <ul className="text">
                <li>
                    A <Link href="/projects">project</Link> holds images and what they show. Drop images, a folder or a zip on its
                    page; folders become categories.
                </li>
                <li>Label some of each category, train on them, and let the model say what the others show.</li>
                <li>Everything is kept as you go. A training goes on when the page is closed, and when the studio ends.</li>
            </ul>
            <h2>Tables and series</h2>
            <p>
                A table (CSV) that is opened among the <Link href="/projects">projects</Link> is looked into first: its columns, classes and
                problems. Then it is trained on, or searched for the best settings.
            </p>
            <h2>Studies</h2>
            <ul className="text">
                <li>
                    <Link href="/studies">Studies</Link> lists every search of a store, with the best value that it has found.
                    Type to search names, tags and notes.
                </li>
                <li>The page of a study says in sentences what came out, draws it, and lists all trials.</li>
                <li>
                    Pause, go on and stop reach all workers of the study, on whichever machine: they put their trials aside
                    within two seconds. Only a worker begins trials: to go on after a pause, run{" "}
                    <code>./sweetspot resume STUDY</code>.
                </li>
                <li>A click on a mark in a picture, or on a row of the table, opens the trial.</li>
            </ul>
            <h2>What hyperparameters do</h2>
            <p>
                In the <Link href="/playground">playground</Link> small networks learn points of a plane while you look: change one thing, and see
                what it does. In the form of a training each help text leads there. To begin with:{" "}
                <Link href="/playground?show=learning_rate">learning rate</Link>, <Link href="/playground?show=batch_size">batch size</Link>,{" "}
                <Link href="/playground?show=layers">layers</Link>, <Link href="/playground?show=activation">activation</Link>,{" "}
                <Link href="/playground?show=dropout">dropout</Link>, <Link href="/playground?show=weight_decay">weight decay</Link>,{" "}
                <Link href="/playground?show=optimizer">optimizer</Link>, <Link href="/playground?show=schedule">schedule</Link>.
            </p>
            <h2>Keys</h2>
            <dl className="facts">
                <dt>Tab, Shift + Tab</dt>
                <dd>to the next and the previous thing that can be used</dd>
                <dt>F1, ?</dt>
                <dd>help mode: explains what is pointed at; F2 holds an explanation, Escape leaves</dd>
                <dt>Shift + number</dt>
                <dd>labels the selected images as the category of that number; 0 is unknown</dd>
                <dt>Ctrl + Z, Ctrl + Y</dt>
                <dd>takes back what was done to images, and does it again</dd>
                <dt>Arrows, Shift + arrows, Space, Ctrl + A, Enter, Delete</dt>
                <dd>among images: to the next, select a stretch, one more, all; open, remove</dd>
                <dt>↑ ↓, Page Up, Page Down, Home, End</dt>
                <dd>through the table of trials; Enter opens the trial</dd>
                <dt>/</dt>
                <dd>into the search of a list</dd>
            </dl>
            <h2>For programs</h2>
            <p>
                All that these pages show can be asked by programs: <a href="/api/openapi.json">the description by OpenAPI</a>.
            </p>
        </>
    );
}
