package dev.sweetspot.yaml;

import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What the parser complains of, in words for who wrote the file.
 *
 * @param place where to look: not always where the parser gave up
 * @param rule what must hold
 * @param maybe a way out; empty where none is plain
 */
record Complaint(Optional<Mark> place, String rule, String maybe) {
    private static final Pattern CANNOT_START = Pattern.compile("found character '(.)' that cannot start any token.*");
    private static final Pattern ESCAPE = Pattern.compile("found unknown escape character (.)\\(.*");
    private static final Pattern ALIAS = Pattern.compile("found undefined alias (.*)");
    private static final Pattern GOT = Pattern.compile("expected ',' or '(.)', but got (.*)");

    static Complaint of(MarkedYamlEngineException e) {
        var problem = e.getProblem().strip();
        var place = e.getProblemMark();
        var context = String.valueOf(e.getContext());
        if (problem.contains("\\t")) {
            return new Complaint(place, "a tab stands where only spaces may", "spaces in its place?");
        }
        if (problem.contains("mapping values are not allowed")) {
            return new Complaint(
                    place,
                    "a colon cannot stand here",
                    "quotes around a text that has a colon, or other spaces at the beginning of the line?");
        }
        if (problem.contains("<block end>") || problem.contains("could not find expected ':'")) {
            return new Complaint(
                    place,
                    problem.contains("<block end>")
                            ? "what begins here does not go on with the lines above it"
                            : "a key with a colon was begun before this line and not finished",
                    "as many spaces at its beginning as the lines it belongs to, or a colon that is missing?");
        }
        if (problem.contains("unexpected end of stream") && context.contains("quoted")) {
            return new Complaint(
                    e.getContextMark(), "the text in quotes that begins here has no end", "a quote is missing?");
        }
        return inBrackets(e, problem)
                .or(() -> ofACharacter(place, problem))
                .orElseGet(() -> new Complaint(place, problem, ""));
    }

    private static Optional<Complaint> inBrackets(MarkedYamlEngineException e, String problem) {
        var got = GOT.matcher(problem);
        if (!got.matches()) {
            return Optional.empty();
        }
        var close = got.group(1);
        var open = close.equals("}") ? "{" : "[";
        var begun = e.getContextMark()
                .map(mark -> ": the '" + open + "' of line " + (mark.getLine() + 1) + ", column "
                        + (mark.getColumn() + 1) + " is still open")
                .orElse("");
        boolean bracket = got.group(2).startsWith("[") || got.group(2).startsWith("{");
        return Optional.of(new Complaint(
                e.getProblemMark(),
                "',' or '" + close + "' must stand here" + begun,
                bracket ? "quotes around a text that has brackets?" : "one of them is missing before it?"));
    }

    private static Optional<Complaint> ofACharacter(Optional<Mark> place, String problem) {
        var start = CANNOT_START.matcher(problem);
        if (start.matches()) {
            return Optional.of(new Complaint(
                    place, "a text without quotes cannot begin with " + start.group(1), "quotes around it?"));
        }
        var escape = ESCAPE.matcher(problem);
        if (escape.matches()) {
            return Optional.of(new Complaint(
                    place,
                    "in double quotes, \\" + escape.group(1) + " means nothing",
                    "single quotes, in which a backslash is a backslash?"));
        }
        var alias = ALIAS.matcher(problem);
        if (alias.matches()) {
            return Optional.of(new Complaint(
                    place,
                    "*" + alias.group(1) + " stands for something that was named &" + alias.group(1)
                            + " before, and nothing was",
                    "quotes around a text that begins with *?"));
        }
        return Optional.empty();
    }
}
