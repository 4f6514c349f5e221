import { useAsked } from "../frame/api";
import { Link } from "../frame/link";
import type { PlaceProps } from "../frame/places";
import { pathOf } from "../frame/route";
import { Failure } from "../parts/words";

type Compared = {
    winners: string[];
    searches: string[];
    settings: { parameter: string; first: string; second: string }[];
};

/** Two studies beside each other. */
export default function Compare({ values }: PlaceProps) {
    const { store = "", first = "", second = "" } = values;
    const query = new URLSearchParams({ first, second });
    const asked = useAsked<Compared>("/api/stores/" + encodeURIComponent(store) + "/compare?" + query);
    const compared = asked.value;
    return (
        <>
            <h1>
                <Link href={pathOf("studies", store, first)}>{first}</Link> and{" "}
                <Link href={pathOf("studies", store, second)}>{second}</Link>
            </h1>
            {asked.failure && <Failure failure={asked.failure} again={asked.again} />}
            {!asked.failure && compared === undefined && <p className="faint">Comparing …</p>}
            {compared && (
                <>
                    <h2>Which winner is better</h2>
                    <p>{compared.winners.join(" ")}</p>
                    {compared.searches.length > 0 && (
                        <>
                            <h2>Which search had found more</h2>
                            <p>{compared.searches.join(" ")}</p>
                        </>
                    )}
                    <h2>In what the winners differ</h2>
                    {compared.settings.length === 0 ? (
                        <p>In nothing that was chosen.</p>
                    ) : (
                        <div className="scroll">
                            <table>
                                <thead>
                                    <tr>
                                        <th scope="col">Parameter</th>
                                        <th scope="col">{first}</th>
                                        <th scope="col">{second}</th>
                                    </tr>
                                </thead>
                                <tbody>
                                    {compared.settings.map((setting) => (
                                        <tr key={setting.parameter}>
                                            <th scope="row">{setting.parameter}</th>
                                            <td>{setting.first || "–"}</td>
                                            <td>{setting.second || "–"}</td>
                                        </tr>
                                    ))}
                                </tbody>
                            </table>
                        </div>
                    )}
                </>
            )}
            <p>
                <Link href="/studies">All studies</Link>
            </p>
        </>
    );
}
