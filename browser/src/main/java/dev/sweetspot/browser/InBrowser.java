package dev.sweetspot.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that look at pages. Their methods and constructors are given the {@link Browser} as an argument. It is Chromium as the
 * machine has it; the environment variable {@code SWEETSPOT_BROWSER} names another one, and then it has to be there. Without it
 * and without one in the usual places the class is left out, by name. Where classes run beside each other, these follow one
 * another: a browser is driven by one thread at a time. What a page shows does not depend on the JDK, so they are in the group
 * {@code once} (decision 8).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Lending.class)
@Tag("once")
@ResourceLock("dev.sweetspot.browser")
public @interface InBrowser {}
