package io.redress.bulletin;

import io.redress.bulletin.model.BulletinKind;
import io.redress.bulletin.model.BulletinStatus;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MissingBulletin", description = "应报未报的周报 / a bulletin that is due and not issued")
record MissingBulletinView(
        @Schema(required = true) LocalDate weekEndsOn,
        @Schema(required = true) BulletinKind kind,

        @Schema(description = "汇总为 null / null for the digest", nullable = true)
        UUID platformId,

        @Schema(description = "汇总为 null / null for the digest", nullable = true, examples = "共信赢")
        String platformName,

        @Schema(description = "已在办理的一份；尚未拟稿为 null / the one on its way; null while nobody drafted it", nullable = true)
        UUID bulletinId,

        @Schema(description = "办到哪一步 / how far it is", nullable = true)
        BulletinStatus status) {}
