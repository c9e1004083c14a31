package io.redress.privacy.software;

import io.redress.privacy.CryptoModule;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.Config;

/** Finds the module: an installed one through {@link ServiceLoader}, else the built-in one. */
public final class CryptoModules {

    private CryptoModules() {}

    /** @throws io.redress.privacy.KeysUnusable when it has no keys */
    public static CryptoModule open(KeyFile keyFile) {
        return ServiceLoader.load(CryptoModule.class).findFirst().orElseGet(() -> new SoftwareModule(keyFile));
    }

    @Produces
    @Singleton
    static CryptoModule module(Config settings) {
        return open(KeyFile.of(settings));
    }
}
