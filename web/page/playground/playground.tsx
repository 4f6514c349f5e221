import { Link } from "../frame/link";
import { Command, Empty } from "../parts/words";

/** A place to learn what hyperparameters do. */
export default function Playground() {
    return (
        <>
            <h1>Playground</h1>
            <Empty title="The playground is not built yet">
                <p>
                    What a hyperparameter does, its range and its usual step, the command line explains already; and the{" "}
                    <Link href="/studies">pictures of a study</Link> show what it did on your data.
                </p>
                <Command text="./sweetspot explain learning_rate" />
            </Empty>
        </>
    );
}
