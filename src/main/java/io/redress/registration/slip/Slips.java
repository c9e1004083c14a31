package io.redress.registration.slip;

import io.redress.account.Viewer;
import io.redress.common.problem.Problem;
import io.redress.platform.Platform;
import io.redress.registration.model.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the slip (受理登记回执) of a registration. */
@ApplicationScoped
public class Slips {

    private final String organisation;

    Slips(@ConfigProperty(name = "redress.organisation.name") String organisation) {
        this.organisation = organisation;
    }

    /** Also for another copy; the slip says so if the registration has ended. */
    @Transactional
    SlipContent of(UUID id, Viewer viewer) {
        var registration = Registrations.inScope(id, viewer.scope()).orElseThrow(Problem::notFound);
        registration.investor.demandOpen();
        var platform = Platform.ofId(registration.platformId).orElseThrow();
        return SlipContent.of(registration, platform, organisation);
    }
}
