package io.redress.platform;

import io.redress.common.web.Versioned;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Branch", description = "分支机构 / a platform's local office")
public record BranchView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID platformId,
        @Schema(required = true, examples = "团贷网潮州营业部") String name,
        @Schema(nullable = true) String creditCode,
        @Schema(nullable = true) String areaCode,
        @Schema(nullable = true) String address,
        @Schema(nullable = true) String contactName,
        @Schema(nullable = true) String contactPhone,
        @Schema(required = true) boolean closed,
        @Schema(required = true) long version)
        implements Versioned {

    static BranchView of(Branch branch) {
        return new BranchView(
                branch.id,
                branch.platformId,
                branch.name,
                branch.creditCode,
                branch.areaCode,
                branch.address,
                branch.contactName,
                branch.contactPhone,
                branch.closed,
                branch.version);
    }
}
