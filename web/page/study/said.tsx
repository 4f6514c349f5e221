import { useAsked } from "../frame/api";
import { Failure } from "../parts/words";
import { Picture, type Chart } from "../parts/picture";
import { apiOf } from "../studies/types";

type Block =
    | { kind: "words"; sentences: string[] }
    | { kind: "points"; points: { weight: string; sentence: string; advice: string }[] }
    | { kind: "facts"; facts: { name: string; value: string }[] }
    | { kind: "grid"; caption: string; head: string[]; rows: string[][]; folded: boolean }
    | { kind: "picture"; question: string; chart: Chart }
    | { kind: "quotation"; text: string; code: boolean };

type Words = { sections: { id: string; title: string; blocks: Block[] }[] };

/** What came out, in sentences. */
export function Said({ store, study, stamp }: { store: string; study: string; stamp: unknown }) {
    const asked = useAsked<Words>(apiOf(store, study) + "/words", stamp);
    if (asked.failure && asked.value === undefined) {
        return <Failure failure={asked.failure} again={asked.again} />;
    }
    if (asked.value === undefined) {
        return <p className="faint">Putting it into words …</p>;
    }
    return (
        <>
            {asked.value.sections.map((section) => (
                <section key={section.id} className="said">
                    <h2>{section.title}</h2>
                    {section.blocks.map((block, i) => (
                        <Part key={i} block={block} />
                    ))}
                </section>
            ))}
        </>
    );
}

const NUMBER = /^[-+]?[\d.,]+(e[-+]?\d+)?( ?%)?$/;

function Part({ block }: { block: Block }) {
    switch (block.kind) {
        case "words":
            return <p>{block.sentences.join(" ")}</p>;
        case "points":
            return (
                <ul className="points">
                    {block.points.map((point, i) => (
                        <li key={i} className={point.weight}>
                            <span className="weight">{point.weight}</span>
                            <span>
                                {point.sentence} {point.advice !== "" && <em>{point.advice}</em>}
                            </span>
                        </li>
                    ))}
                </ul>
            );
        case "facts":
            return (
                <dl className="facts">
                    {block.facts.map((fact) => (
                        <div key={fact.name}>
                            <dt>{fact.name}</dt>
                            <dd>{fact.value}</dd>
                        </div>
                    ))}
                </dl>
            );
        case "grid": {
            const table = (
                <div className="scroll">
                    <table>
                        {!block.folded && block.caption !== "" && <caption>{block.caption}</caption>}
                        <thead>
                            <tr>
                                {block.head.map((word, i) => (
                                    <th key={i} scope="col">
                                        {word}
                                    </th>
                                ))}
                            </tr>
                        </thead>
                        <tbody>
                            {block.rows.map((row, i) => (
                                <tr key={i}>
                                    {row.map((cell, j) => (
                                        <td key={j} className={NUMBER.test(cell) ? "number" : ""}>
                                            {cell}
                                        </td>
                                    ))}
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            );
            return block.folded ? (
                <details>
                    <summary>{block.caption}</summary>
                    {table}
                </details>
            ) : (
                table
            );
        }
        case "picture":
            return <Picture chart={block.chart} />;
        case "quotation":
            return block.code ? <pre>{block.text}</pre> : <blockquote>{block.text}</blockquote>;
    }
}
