package io.redress.bulletin;

import io.redress.bulletin.model.Bulletin;
import io.redress.bulletin.model.BulletinKind;
import io.redress.bulletin.model.BulletinStatus;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BulletinRow", description = "周报列表的一行 / one row of the bulletins")
record BulletinRow(
        @Schema(required = true) UUID id,
        @Schema(required = true) BulletinKind kind,

        @Schema(description = "汇总为 null / null for the digest", nullable = true)
        UUID platformId,

        @Schema(required = true) LocalDate weekEndsOn,
        @Schema(required = true) BulletinStatus status,
        @Schema(required = true) String title,
        @Schema(nullable = true) Integer year,
        @Schema(nullable = true) Integer number,
        @Schema(nullable = true) LocalDate issuedOn,

        @Schema(description = "所更正的周报 / the bulletin it corrects", nullable = true)
        UUID correctsId) {

    static BulletinRow of(Bulletin bulletin) {
        return new BulletinRow(
                bulletin.id,
                bulletin.kind(),
                bulletin.platformId,
                bulletin.weekEndsOn,
                bulletin.status,
                bulletin.title,
                bulletin.year,
                bulletin.number,
                bulletin.issuedOn,
                bulletin.correctsId);
    }
}
