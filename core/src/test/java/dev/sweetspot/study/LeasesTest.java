package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StudyRecord;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeasesTest {
    private final InMemoryStore store = new InMemoryStore();
    private final AtomicReference<Runnable> beforeRenewal = new AtomicReference<>(() -> {});
    private final CountDownLatch renewedTwice = new CountDownLatch(2);

    /** The store, in which something happens right before a lease is renewed. */
    private Store watched() {
        return (Store) Proxy.newProxyInstance(
                LeasesTest.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("lease")) {
                        beforeRenewal.getAndSet(() -> {}).run();
                        renewedTwice.countDown();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void aRenewalThatComesBehindTheEndOfATrialLeavesNoLease() throws InterruptedException {
        store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
        var leases = new Leases(watched(), "s", Duration.ofMinutes(1));
        assertThat(leases.take(0, "w")).isTrue();
        assertThat(leases.take(1, "w")).isTrue();
        beforeRenewal.set(() -> {
            store.release("s", 0, "w");
            leases.left(0, "w");
        });

        leases.renewAll();

        assertThat(renewedTwice.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(store.leases("s").stream().map(Store.Lease::trial)).containsExactly(1);
    }
}
