package io.redress.privacy;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the module: an installed one through {@link ServiceLoader}, else the built-in one. */
public final class CryptoModules {

    private CryptoModules() {}

    /** @throws KeysUnusable when it has no keys */
    public static CryptoModule open(Path keyFile) {
        return ServiceLoader.load(CryptoModule.class)
                .findFirst()
                .orElseGet(() -> new SoftwareModule(new KeyFile(keyFile)));
    }

    @Produces
    @Singleton
    static CryptoModule module(@ConfigProperty(name = "redress.keys.file") Path keyFile) {
        return open(keyFile);
    }
}
