package io.redress.audit.chain;

import io.redress.audit.log.AuditEntry;
import io.redress.privacy.CryptoModule;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** MACs (HMAC-SM3) of the chain. Each field is encoded with its length, so that no two contents have the same bytes. */
public final class EntryMac {

    private static final String USE = "audit";

    private final CryptoModule module;

    public EntryMac(CryptoModule module) {
        this.module = module;
    }

    public byte[] of(AuditEntry entry) {
        var by = entry.circumstances();
        return new Content("entry 1")
                .add(entry.id())
                .add(micros(entry.occurredAt()))
                .add(by.accountId())
                .add(by.actor())
                .add(by.address())
                .add(by.requestId())
                .add(entry.action())
                .add(entry.outcome())
                .add(entry.effect())
                .add(entry.recordType())
                .add(entry.recordId())
                .add(entry.purpose())
                .add(entry.changes())
                .add(entry.details())
                .mac(module);
    }

    /**
     * The MAC of a seal.
     *
     * @param previous the MAC of the previous seal; the genesis for the first
     */
    public byte[] of(Seal seal, byte[] previous, List<byte[]> macs) {
        var content = new Content("seal 1").add(previous).add(seal.number()).add(micros(seal.sealedAt()));
        for (var i = 0; i < macs.size(); i++) {
            content.add(seal.entries().get(i)).add(macs.get(i));
        }
        return content.mac(module);
    }

    /** The MAC of a genesis, over everything except its own proof. */
    public byte[] of(Genesis genesis) {
        return new Content("genesis 1")
                .add(genesis.database())
                .add(micros(genesis.begunAt()))
                .add(genesis.number())
                .add(genesis.mac())
                .mac(module);
    }

    byte[] ofHead(long number, byte[] mac) {
        return new Content("head 1").add(number).add(mac).mac(module);
    }

    /** The database stores timestamps in microseconds. */
    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static final class Content {

        private static final int ABSENT = -1;

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private final DataOutputStream out = new DataOutputStream(bytes);

        Content(String kind) {
            add(kind);
        }

        Content add(Object value) {
            return add(value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8));
        }

        Content add(byte[] value) {
            try {
                out.writeInt(value == null ? ABSENT : value.length);
                if (value != null) {
                    out.write(value);
                }
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] mac(CryptoModule module) {
            return module.mac(USE, bytes.toByteArray());
        }
    }
}
