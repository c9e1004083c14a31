package io.redress.contract;

import io.redress.account.Role;
import io.redress.common.web.StandalonePage;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** An endpoint of the tests, with every kind of query parameter and a file; not in the OpenAPI document. */
@Path("/api/probe")
@PermitAll
@Produces(MediaType.TEXT_PLAIN)
public class Probe {

    /** The content of the next page, for a browser that is given only an address and cannot sign in. */
    static volatile String page = "";

    static String policy() {
        return StandalonePage.policy(page);
    }

    @GET
    @Path("/page")
    @Produces(StandalonePage.MEDIA_TYPE)
    @Operation(hidden = true)
    public RestResponse<String> show() {
        return StandalonePage.of(page);
    }

    @GET
    @Operation(hidden = true)
    public String ask(
            @RestQuery Role role,
            @RestQuery List<Role> roles,
            @RestQuery LocalDate from,
            @RestQuery Instant at,
            @RestQuery UUID id,
            @RestQuery Boolean flag,
            @RestQuery Integer limit) {
        return "%s %s %s %s %s %s %s".formatted(role, roles, from, at, id, flag, limit);
    }

    /** Returns the body after a delay. */
    @POST
    @Path("/late")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public String answerLate(@RestQuery long millis, String body) throws InterruptedException {
        Thread.sleep(millis);
        return "late: " + body;
    }

    @POST
    @Path("/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public String send(@RestForm FileUpload file, @RestQuery Long millis) throws InterruptedException {
        Thread.sleep(millis == null ? 0 : millis);
        return file == null ? "no file" : file.fileName() + " " + file.size();
    }
}
