package io.redress.registration.person;

import io.redress.identity.DocumentType;
import io.redress.identity.Sex;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "更正证件：录错或换发 / the document was mistyped, or replaced by another")
public record CorrectDocument(
        @Schema(description = "更正原因", required = true, examples = "末位录错，已核对身份证原件") @NotBlank @Size(max = 500)
        String reason,

        @Schema(required = true) @NotNull DocumentType documentType,

        @Schema(description = "证件号码，全角、空格、小写会自动规范", required = true, examples = "445102198001010018")
        @NotBlank
        @Size(max = 40)
        String documentNumber,

        @Schema(description = "证件中没有的，未给出的不变 / where the document does not tell, absent stays", nullable = true)
        LocalDate bornOn,

        @Schema(description = "同上", nullable = true) Sex sex) {

    @Override
    public String toString() {
        return "CorrectDocument[" + documentType + "]";
    }
}
