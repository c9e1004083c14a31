package io.redress.common.start;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigSourceInterceptorFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Secrets from files, as Docker and Kubernetes mount them: {@code DB_PASSWORD_FILE} names a file with the value of
 * {@code DB_PASSWORD}. The service and the commands read the files when they build their configuration. An unreadable
 * file, or a secret that is set in both forms, stops the start. This is the outermost interceptor, so a dollar sign in
 * a secret begins no expression.
 */
public class SecretFiles implements ConfigSourceInterceptorFactory {

    /** Environment variables and system properties; built-in settings have a lower ordinal. */
    private static final int SET_FROM_OUTSIDE = 300;

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(Priorities.APPLICATION + 900);
    }

    @Override
    public ConfigSourceInterceptor getInterceptor(ConfigSourceInterceptorContext settings) {
        var secrets = new HashMap<String, ConfigValue>();
        for (var secret : Secret.values()) {
            var file = valueOf(settings, secret.fileSetting());
            if (file != null) {
                demandOnlyOneForm(settings, secret);
                secrets.put(secret.property(), value(secret, file));
            }
        }
        return new Given(Map.copyOf(secrets));
    }

    private record Given(Map<String, ConfigValue> secrets) implements ConfigSourceInterceptor {

        @Override
        public ConfigValue getValue(ConfigSourceInterceptorContext settings, String name) {
            var secret = secrets.get(name);
            return secret == null ? settings.proceed(name) : secret;
        }

        @Override
        public String toString() {
            return "SecretFiles" + secrets.keySet();
        }
    }

    private static ConfigValue value(Secret secret, String file) {
        var text = secret.read(file);
        return ConfigValue.builder()
                .withName(secret.property())
                .withValue(text)
                .withRawValue(text)
                .withConfigSourceName(secret.fileVariable())
                .withConfigSourceOrdinal(SET_FROM_OUTSIDE)
                .build();
    }

    private static void demandOnlyOneForm(ConfigSourceInterceptorContext settings, Secret secret) {
        var direct = settings.proceed(secret.property());
        var isSetDirectly = direct != null && direct.getConfigSourceOrdinal() >= SET_FROM_OUTSIDE && isSet(direct);
        if (isSetDirectly || valueOf(settings, secret.variable()) != null) {
            throw StartRefused.because(
                    secret.variable() + " 与 " + secret.fileVariable() + " 只能设一个",
                    "set either " + secret.variable() + " or " + secret.fileVariable() + ", not both");
        }
    }

    private static String valueOf(ConfigSourceInterceptorContext settings, String name) {
        var value = settings.proceed(name);
        return value != null && isSet(value) ? value.getValue() : null;
    }

    private static boolean isSet(ConfigValue value) {
        return value.getValue() != null && !value.getValue().isEmpty();
    }
}
