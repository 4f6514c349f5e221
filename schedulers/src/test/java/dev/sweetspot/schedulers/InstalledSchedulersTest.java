package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.testkit.SchedulerContract;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Every scheduler there is, those of the core included. */
@Tag("long")
class InstalledSchedulersTest extends SchedulerContract {
    @Override
    protected List<Scheduler> schedulers() {
        return Schedulers.installed();
    }
}
