package io.redress.bulletin.word;

import static io.redress.account.Role.Names.CLERK;
import static io.redress.account.Role.Names.DIRECTOR;
import static io.redress.account.Role.Names.SECTION_CHIEF;

import io.redress.account.CurrentViewer;
import io.redress.bulletin.print.PrintableText;
import io.redress.common.problem.Problem;
import io.redress.common.text.Blanks;
import io.redress.common.web.Download;
import io.redress.common.web.Versions;
import io.redress.file.UploadedFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Clerks, section chiefs and directors read the template; only the section chief changes it. */
@Path("/api/v1/bulletin-template")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bulletins", description = "工作周报 / bulletins")
@RolesAllowed({CLERK, SECTION_CHIEF, DIRECTOR})
class BulletinTemplateResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String NAME = "周报模板.docx";
    private static final int LONGEST_NOTE = 200;

    private final BulletinTemplates templates;
    private final CurrentViewer current;

    BulletinTemplateResource(BulletinTemplates templates, CurrentViewer current) {
        this.templates = templates;
        this.current = current;
    }

    @GET
    @Operation(summary = "现用模板 / the template in force", description = "草稿和新签发的周报按它排版；已签发的不受影响。")
    public RestResponse<BulletinTemplateView> read() {
        return Versions.tagged(templates.read());
    }

    @GET
    @Path("/file")
    @Produces(DOCX)
    @Operation(summary = "下载模板 / download the template", description = "Word 文件，可用 Word 或 WPS 修改后再上传。")
    public RestResponse<byte[]> download() {
        return Download.of(templates.inForce(), DOCX, NAME);
    }

    @PUT
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(SECTION_CHIEF)
    @Operation(
            summary = "更换模板 / replace the template",
            description = "先检查标签、外部引用和宏，再用样例试排；有一处不符即不更换，并在 errors 中逐处指出。各版文件都保留。")
    public RestResponse<BulletinTemplateView> replace(
            @RestForm FileUpload file, @RestForm String note, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(templates.replace(UploadedFile.content(file), visible(note), ifMatch, current.get()));
    }

    @POST
    @Path("/restore")
    @RolesAllowed(SECTION_CHIEF)
    @Operation(summary = "恢复内置模板 / go back to the built-in template")
    public RestResponse<BulletinTemplateView> restore(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Versions.tagged(templates.restoreBuiltIn(ifMatch, current.get()));
    }

    private static String visible(String note) {
        if (note == null || Blanks.isBlank(note)) {
            return null;
        }
        var shown = PrintableText.of(note).strip();
        if (shown.length() > LONGEST_NOTE) {
            throw Problem.invalid("/note", "text-length", 0, LONGEST_NOTE);
        }
        return shown;
    }
}
