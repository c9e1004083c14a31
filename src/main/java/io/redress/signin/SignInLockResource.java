package io.redress.signin;

import io.redress.account.Role;
import io.redress.common.web.Cursor;
import io.redress.common.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/sign-in-locks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@RolesAllowed(Role.Names.ADMIN)
class SignInLockResource {

    private static final String LIST = "sign-in-locks";

    private final SignInLocks locks;

    SignInLockResource(SignInLocks locks) {
        this.locks = locks;
    }

    @GET
    @Operation(
            summary = "暂停登录的用户名和地址 / who has to wait before trying again",
            description = "失败过多后暂停，逐次加倍，至多 15 分钟，到时自行解除。 / After too many failures one waits, longer each time, never"
                    + " longer than a quarter of an hour.")
    public Page<SignInLockView> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit, @RestQuery String cursor) {
        var rows = locks.after(Cursor.position(LIST, cursor, UUID::fromString), limit + 1);
        return Page.of(rows, limit, LIST, lock -> lock.id().toString(), Function.identity());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "解除 / let them try again at once")
    public void lift(@PathParam("id") UUID id) {
        locks.lift(id);
    }
}
