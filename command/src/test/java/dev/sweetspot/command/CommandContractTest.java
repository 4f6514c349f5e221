package dev.sweetspot.command;

import dev.sweetspot.testkit.WorkloadContract;
import dev.sweetspot.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A program with epochs and a checkpoint keeps what every workload keeps. */
class CommandContractTest extends WorkloadContract {
    /** The loss of an epoch follows from that of the epoch before, so that it matters where it goes on. */
    private static final String TRAINING = """
            epoch=0
            loss=1000
            if [ -f "$SWEETSPOT_TRIAL_CHECKPOINT/state" ]; then
                read epoch loss < "$SWEETSPOT_TRIAL_CHECKPOINT/state"
            fi
            while [ $epoch -lt 4 ]; do
                epoch=$((epoch + 1))
                loss=$((loss * $1 / 10 + epoch))
                echo "$epoch $loss" > "$SWEETSPOT_TRIAL_CHECKPOINT/new"
                mv "$SWEETSPOT_TRIAL_CHECKPOINT/new" "$SWEETSPOT_TRIAL_CHECKPOINT/state"
                echo "{\\"epoch\\": $epoch, \\"loss\\": $loss}"
                read answer
                if [ "$answer" = end ]; then exit 0; fi
            done
            """;

    @Override
    protected Workload workload() {
        try {
            Files.writeString(folder.resolve("training.sh"), TRAINING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Commands.in(folder, """
                {"name": "t", "space": {"rate": {"type": "integer", "low": 1, "high": 9}},
                 "objective": {"name": "loss"}, "reports": {"unit": "epochs", "most": 4, "json": "epoch", "waits": true},
                 "command": ["sh", "training.sh", "{rate}"]}
                """);
    }
}
