package io.redress.common.start;

import static java.util.Map.entry;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import jakarta.enterprise.event.Observes;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Reads settings also by the names that they had before they were renamed. The new name wins where both are set in one place; an
 * environment variable with the old name wins over the default of the new one.
 */
public final class RenamedSettings implements ConfigSourceInterceptor {

    /** The old name by the new one. */
    static final Map<String, String> OLD_NAMES = Map.ofEntries(
            entry("redress.audit.checkpoint", "redress.audit.anchor"),
            entry("redress.audit.second-checkpoint", "redress.audit.second-anchor"),
            entry("redress.audit.expected-head", "redress.audit.noted-head"),
            entry("redress.bulletin.auto-draft", "redress.bulletin.drafts-itself"),
            entry("redress.database.restart-timeout", "redress.database.restarts-within"),
            entry("redress.keys.batch-size", "redress.keys.rows-a-transaction"),
            entry("redress.limits.body-timeout", "redress.limits.patience"),
            entry("redress.limits.concurrent-renderings", "redress.limits.renderings-at-once"),
            entry("redress.limits.concurrent-uploads", "redress.limits.uploads-at-once"),
            entry("redress.limits.lock-timeout", "redress.limits.lock"),
            entry("redress.limits.max-document-size", "redress.limits.document"),
            entry("redress.limits.max-header-size", "redress.limits.headers"),
            entry("redress.limits.max-url-length", "redress.limits.address"),
            entry("redress.limits.pending-bodies-per-address", "redress.limits.unfinished-bodies-from-an-address"),
            entry("redress.limits.rendering-timeout", "redress.limits.rendering-wait"),
            entry("redress.limits.requests-per-minute", "redress.limits.requests-a-minute"),
            entry("redress.limits.requests-per-minute-per-address", "redress.limits.requests-a-minute-from-an-address"),
            entry("redress.limits.statement-timeout", "redress.limits.statement"),
            entry("redress.mail.allow-plaintext-password", "redress.mail.password-in-clear"),
            entry("redress.metrics.cache-duration", "redress.metrics.kept"),
            entry("redress.reporting.auto-close", "redress.reporting.closes-itself"),
            entry("redress.reporting.close-hour", "redress.reporting.closes-at-hour"),
            entry("redress.reveals.max-exports-per-day", "redress.reveals.most-exports-a-day"),
            entry("redress.reveals.max-per-hour", "redress.reveals.most-an-hour"),
            entry("redress.session.idle-timeout", "redress.session.idle"));

    private static final Map<String, String> NEW_NAMES =
            OLD_NAMES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final Logger LOG = Logger.getLogger(RenamedSettings.class);

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var value = context.proceed(name);
        var oldName = OLD_NAMES.get(name);
        if (oldName == null) {
            return value;
        }
        var old = context.proceed(oldName);
        return old == null || value != null && value.getConfigSourceOrdinal() >= old.getConfigSourceOrdinal()
                ? value
                : old.withName(name);
    }

    /** Mappings are checked for unknown names, so an old name appears as the new one. */
    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        var names = new LinkedHashSet<String>();
        context.iterateNames().forEachRemaining(name -> names.add(NEW_NAMES.getOrDefault(name, name)));
        return names.iterator();
    }

    /** Tells the administrator which settings to rename. */
    static void warn(@Observes StartupEvent start, Config settings) {
        OLD_NAMES.forEach((name, oldName) -> {
            if (settings.getConfigValue(oldName).getValue() != null) {
                LOG.warnf("the setting %s is called %s now; the old name is still read", oldName, name);
            }
        });
    }
}
