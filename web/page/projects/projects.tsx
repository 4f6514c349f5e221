import { Link } from "../frame/link";
import { Command, Empty } from "../parts/words";

/** Projects: images, tables and series with labels, and what is trained on them. */
export default function Projects() {
    return (
        <>
            <h1>Projects</h1>
            <Empty title="Projects cannot be made in this page yet">
                <p>
                    Labelling and training in the browser are on their way. Until then a search over your data begins on
                    the command line, and shows up among the <Link href="/studies">studies</Link> while it runs:
                </p>
                <Command text="./sweetspot tune samples/blood-cells --minutes 3" />
            </Empty>
        </>
    );
}
