package dev.sweetspot.cluster;

/**
 * How a worker process ended.
 *
 * @param worker from 0
 * @param exit 0 when there was nothing left to do; 1 failed; 2 it found something wrong, such as other data; 130 asked to end
 * @param machine on which it was
 * @param words the last that it said
 */
public record WorkerEnd(int worker, int exit, String machine, String words) {
    /** As one text: results of tasks are texts, which every serialiser of every program knows. */
    String toText() {
        return worker + " " + exit + " " + machine + "\n" + words;
    }

    static WorkerEnd fromText(String text) {
        int line = text.indexOf('\n');
        var first = text.substring(0, line).split(" ", 3);
        return new WorkerEnd(
                Integer.parseInt(first[0]), Integer.parseInt(first[1]), first[2], text.substring(line + 1));
    }
}
