package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.testkit.SchedulerContract;
import java.util.List;

/** Every scheduler there is, those of the core included. */
class InstalledSchedulersTest extends SchedulerContract {
    @Override
    protected List<Scheduler> schedulers() {
        return Schedulers.installed();
    }
}
