-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a connection shows of itself to a server that asks for it; the passphrase of the key lies in the vault.
ALTER TABLE profile ADD COLUMN client_cert TEXT NOT NULL DEFAULT '';
ALTER TABLE profile ADD COLUMN client_key TEXT NOT NULL DEFAULT '';
ALTER TABLE profile ADD COLUMN client_key_pass_ref TEXT NOT NULL DEFAULT '';
