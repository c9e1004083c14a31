package io.redress.registration.evidence;

import static io.redress.account.Role.Names.AREA_OFFICER;
import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.common.problem.Problem;
import io.redress.common.text.Digests;
import io.redress.common.text.Words;
import io.redress.common.web.Download;
import io.redress.common.web.Idempotency;
import io.redress.common.web.Page;
import io.redress.file.ExaminedFile;
import io.redress.file.UploadedFile;
import io.redress.registration.evidence.EvidenceFiles.Upload;
import io.redress.registration.model.EvidenceKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Users who may register may also attach and see evidence. Files are downloads, never run or rendered here. */
@Path("/api/v1/registrations/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence", description = "材料文件 / evidence")
@RolesAllowed({CLERK, AREA_OFFICER, SECTION_CHIEF})
class EvidenceResource {

    private final EvidenceFiles shelf;
    private final Idempotency idempotency;
    private final CurrentViewer current;

    EvidenceResource(EvidenceFiles shelf, Idempotency idempotency, CurrentViewer current) {
        this.shelf = shelf;
        this.idempotency = idempotency;
        this.current = current;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "附上材料 / attach a file",
            description = "PDF、图片和 Office 文件（不含宏），20 MB 以内。类型由内容判断，不看文件名。同样的内容只存一份。"
                    + "会连接外部、启动程序、含脚本或内嵌文件、有密码的照收，在 warnings 中注明。")
    public RestResponse<EvidenceView> attach(
            @PathParam("id") UUID id,
            @RestForm EvidenceKind kind,
            @RestForm FileUpload file,
            @HeaderParam("Idempotency-Key") String key,
            HttpHeaders headers) {
        if (kind == null) {
            throw Problem.invalid("/kind", "required");
        }
        // Outside the transaction, because it takes time.
        var examined = ExaminedFile.of(UploadedFile.content(file));
        var upload = new Upload(kind, file.fileName(), examined);
        var request = List.of(id, kind, String.valueOf(file.fileName()), Digests.sha256(examined.content()));
        return idempotency.create(
                key,
                request,
                () -> shelf.attach(id, upload, current.get(), words(headers)),
                evidence -> "/api/v1/registrations/" + id + "/evidence/" + evidence.id());
    }

    @GET
    @Operation(summary = "登记的材料 / the evidence of a registration")
    public Page<EvidenceView> list(@PathParam("id") UUID id, HttpHeaders headers) {
        return new Page<>(shelf.of(id, current.get(), words(headers)), null);
    }

    @GET
    @Path("/{evidenceId}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "下载材料 / download a file")
    @APIResponse(
            responseCode = "200",
            description = "文件 / the file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<StreamingOutput> download(@PathParam("id") UUID id, @PathParam("evidenceId") UUID evidenceId) {
        var download = shelf.download(id, evidenceId, current.get());
        return Download.streaming(
                "evidence " + evidenceId,
                download.content(),
                download.size(),
                MediaType.APPLICATION_OCTET_STREAM,
                download.name());
    }

    private static Words words(HttpHeaders headers) {
        return Words.in(headers.getAcceptableLanguages());
    }
}
