package io.redress.audit;

import io.quarkus.arc.Arc;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.redress.account.CurrentViewer;
import io.redress.account.Viewer;
import io.redress.audit.log.AuditEntry.Circumstances;
import io.redress.common.id.Ids;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The current actor: the account that sent the HTTP request, or a scheduled job or command of the program. */
@Singleton
class Acting {

    private static final String OURS = "io.redress.";
    private static final String AUDIT = OURS + "audit.";

    private final CurrentVertxRequest request;
    private final CurrentViewer viewer;

    Acting(CurrentVertxRequest request, CurrentViewer viewer) {
        this.request = request;
        this.viewer = viewer;
    }

    /**
     * An action and its actor.
     *
     * @param action the operationId of the request, or the job's class and method
     */
    record Act(String action, Circumstances circumstances) {}

    Act now() {
        return http().map(this::ofRequest).orElseGet(Acting::ofProgram);
    }

    Optional<RoutingContext> http() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(request.getCurrent())
                : Optional.empty();
    }

    private Act ofRequest(RoutingContext http) {
        var operation = Operation.of(http);
        var by = viewer();
        return new Act(
                operation.map(Operation::name).orElse(Operation.UNKNOWN),
                new Circumstances(
                        by.map(Viewer::accountId).orElse(null),
                        by.map(Viewer::name).orElse(null),
                        http.request().remoteAddress().hostAddress(),
                        requestId(http)));
    }

    private Optional<Viewer> viewer() {
        try {
            return Optional.of(viewer.get());
        } catch (UnauthorizedException nobodySignedIn) {
            return Optional.empty();
        }
    }

    static UUID requestId(RoutingContext http) {
        UUID id = http.get(AUDIT + "request");
        if (id == null) {
            id = Ids.next();
            http.put(AUDIT + "request", id);
        }
        return id;
    }

    /** The outermost method of Redress on the stack: the scheduled job, the startup observer or the command. */
    private static Act ofProgram() {
        var job = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isOurs(frame.getClassName()))
                        .reduce((inner, outer) -> outer)
                        .map(frame -> new String[] {simpleName(frame.getClassName()), frame.getMethodName()}))
                .orElse(new String[] {"Redress", "main"});
        return new Act(
                EntityParts.decapitalised(job[0]) + "_" + job[1], new Circumstances(null, job[0], null, Ids.next()));
    }

    /** A hand-written class in a sub-package: neither a generated proxy nor the main class, which starts everything. */
    private static boolean isOurs(String type) {
        return type.startsWith(OURS)
                && !type.startsWith(AUDIT)
                && type.indexOf('_') < 0
                && type.indexOf('.', OURS.length()) > 0;
    }

    private static String simpleName(String type) {
        var name = type.substring(type.lastIndexOf('.') + 1);
        var inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }
}
