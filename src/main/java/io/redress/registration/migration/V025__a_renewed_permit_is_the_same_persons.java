package io.redress.registration.migration;

import io.redress.identity.IdentityDocument;
import io.redress.privacy.BlindIndex;
import io.redress.privacy.EncryptedColumn;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Changes the blind index of travel permits to the part of the number that a renewal keeps. If a person is already
 * registered twice, the second record keeps its index by the number that was entered, until the two are merged.
 */
@Singleton
public class V025__a_renewed_permit_is_the_same_persons extends BaseJavaMigration {

    private static final String PERMITS = "select id, document_number from investor"
            + " where document_type in ('HK_MACAO_PERMIT', 'TAIWAN_PERMIT') and anonymised_at is null order by id";

    private static final String UNLESS_TAKEN = """
            update investor set document_index = ? where id = ?
            and not exists (select 1 from investor other where other.document_type = investor.document_type
                and other.document_index = ?)""";

    @Override
    public void migrate(Context context) throws SQLException {
        try (var select = context.getConnection().prepareStatement(PERMITS);
                var update = context.getConnection().prepareStatement(UNLESS_TAKEN);
                var row = select.executeQuery()) {
            while (row.next()) {
                var number = new EncryptedColumn("investor", row.getString("id"), "document_number")
                        .open(row.getBytes("document_number"));
                var lifelong = IdentityDocument.lifelong(number);
                if (!lifelong.equals(number)) {
                    var index = BlindIndex.DOCUMENT_NUMBER.of(lifelong);
                    update.setBytes(1, index);
                    update.setObject(2, row.getObject("id"));
                    update.setBytes(3, index);
                    update.executeUpdate();
                }
            }
        }
    }
}
