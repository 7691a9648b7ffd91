SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA ccts_ledger;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE ccts_ledger.entry (
    shard text NOT NULL,
    "position" bigint NOT NULL,
    line text NOT NULL
);
CREATE TABLE ccts_ledger.intent (
    shard text NOT NULL,
    "position" bigint NOT NULL,
    number integer NOT NULL,
    key text NOT NULL,
    registry text NOT NULL,
    payload text NOT NULL
);
CREATE TABLE ccts_ledger.outbox (
    shard text NOT NULL,
    "position" bigint NOT NULL,
    number integer NOT NULL,
    key text NOT NULL,
    registry text NOT NULL,
    payload text NOT NULL,
    version bigint NOT NULL,
    open boolean NOT NULL,
    state text NOT NULL
)
WITH (fillfactor='70');
CREATE TABLE ccts_ledger.outbox_move (
    shard text NOT NULL,
    key text NOT NULL,
    version bigint NOT NULL,
    line text NOT NULL
);
CREATE TABLE ccts_ledger.outbox_owner (
    shard text NOT NULL,
    epoch bigint NOT NULL,
    owner text,
    since timestamp with time zone,
    lease_until timestamp with time zone,
    lease interval,
    taken_position bigint DEFAULT 0 NOT NULL,
    taken_number integer DEFAULT 0 NOT NULL
)
WITH (fillfactor='50');
CREATE TABLE ccts_ledger.shard (
    id text NOT NULL,
    head bigint NOT NULL,
    epoch bigint NOT NULL,
    owner text,
    since timestamp with time zone,
    lease_until timestamp with time zone
)
WITH (fillfactor='50');
CREATE TABLE ccts_ledger.snapshot (
    shard text NOT NULL,
    "position" bigint NOT NULL,
    length bigint NOT NULL
);
CREATE TABLE ccts_ledger.snapshot_part (
    shard text NOT NULL,
    "position" bigint NOT NULL,
    number integer NOT NULL,
    bytes bytea NOT NULL
);
CREATE TABLE ccts_ledger.stream (
    shard text NOT NULL,
    name text NOT NULL,
    version bigint NOT NULL
)
WITH (fillfactor='70');
CREATE TABLE ccts_ledger.version (
    number integer NOT NULL
);
INSERT INTO ccts_ledger.entry VALUES ('dumped', 0, '{"format":"ccts-ledger-journal","v":1,"hash":"03d8582c3780c8ecc68825fea0a6ee13c06b943b166cad025940a32601c67814"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 1, '{"v":1,"n":1,"at":"2026-10-15T21:30:00Z","key":"5-0","print":"46dac974b4d88163","event":"command-refused","code":"unknown-account","account":"A","breach":false,"hash":"e22129ef78769ec70d7ac87da036fa5ea679a8417da8fd33756ba7d3acf744f4"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 2, '{"v":1,"n":2,"at":"2026-10-15T14:30:00Z","key":"5-1","print":"ab1ca178b2f3daaa","event":"command-refused","code":"no-such-move","account":"C","subject":"assign","place":"surrendered","breach":false,"hash":"da5ca80203ba65d44a2b0be6daa9b367c4b7d5740389847adda8f9f8081708f1"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 3, '{"v":1,"n":3,"at":"2026-10-15T20:30:00Z","key":"5-2","print":"ed58afdb32746ae9","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"3e2ff16a9c3a26e64cd21bb2623511fa020d88011faf8eeac37b4dddf6dac094"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 4, '{"v":1,"n":4,"at":"2026-10-15T22:30:00Z","key":"5-3","print":"97d2c436332ff503","event":"command-refused","code":"unknown-account","account":"A","breach":false,"hash":"3d8345e9934c8dd10562da5e255275961a4104ead3ad0711f32704be63c12a05"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 5, '{"v":1,"n":5,"at":"2026-10-15T17:30:00Z","key":"5-4","print":"cb44da2356f2a60f","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"4a6155d8253c6a95d8416bb3e5442b0d5436d446821cc71c4c99b253b149b0da"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 6, '{"v":1,"n":6,"at":"2026-10-15T08:30:00Z","key":"5-5","print":"049f19f75d22962f","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"ea834b90d5483f78bbce187b8134861482c9cac4ed3491b7b64000e9210258a4"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 7, '{"v":1,"n":7,"at":"2026-10-15T11:30:00Z","key":"5-6","print":"8bebabc6ee17827d","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"ca1e4699b0f95b20170ba02566a14e3e67eb5feafe34dfe41e36332905c16e61"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 8, '{"v":1,"n":8,"at":"2026-10-15T08:30:00Z","key":"5-7","print":"024ea22fd219d3b3","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"a1c29a6cfa6a272999de3d53d7bf03d701159aeb16aefbfce8211a5997f32448"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 9, '{"v":1,"n":9,"at":"2026-10-16T00:30:00Z","key":"5-8","print":"3a486721d9c90c81","event":"command-refused","code":"unknown-account","account":"A","breach":false,"hash":"86e94b1c226eb05f808ce21164ec3ef9f1c01772509088c46cec7b654371fa8f"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 10, '{"v":1,"n":10,"at":"2026-10-16T00:30:00Z","key":"5-9","print":"5243e98a1d6ef4f6","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"e5012b287173b9925664c42d4664c6102fcbae3bfcebb8f667456b4fad14310b"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 11, '{"v":1,"n":11,"at":"2026-10-15T22:30:00Z","key":"5-10","print":"ee78423a13a9eed1","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"879a79a89e68ed024d870b86fe94aef67d32b98817e304b595bbeda373e24a2d"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 12, '{"v":5,"n":12,"at":"2026-10-15T06:30:00Z","key":"5-11","print":"880bc93664850a9c","event":"units-entered","account":"A","into":"pending","origin":"issued","units":[{"registry":"icm","scope":"s","kind":"ccc","vintage":2025,"issued":"2025-10-15","expires":"2026-10-14","start":"50","end":"57"}],"intents":[{"key":"x-5-11","registry":"icm","payload":"{\"for\":\"5-11\"}"}],"hash":"2deb2b94a41db4fcecaf2626ce0021b9095c4c65bcbab12cd42a31359023068c"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 13, '{"v":1,"n":13,"at":"2026-10-15T07:30:00Z","key":"5-12","print":"9c3409ae61994cbc","event":"command-refused","code":"no-such-move","account":"A","subject":"buffer","place":"expired","breach":false,"hash":"8b53951731b39df1e9acb4880c1f3d337ae7914a0f9b633a13d83d87b6badd75"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 14, '{"v":1,"n":14,"at":"2026-10-15T22:30:00Z","key":"5-13","print":"5b569064f7f58beb","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"3bbe4f68f0f41daa4049d48621baa156355fa7e387c1cbb96dd5056756d8d859"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 15, '{"v":1,"n":15,"at":"2026-10-15T08:30:00Z","key":"5-14","print":"c6a0f6eabc039580","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"feb8515ff12b7211c09ee1abae30b3fd9fa40f636296bd02b2d916badaa850db"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 16, '{"v":1,"n":16,"at":"2026-10-15T08:30:00Z","key":"5-15","print":"e49e2a7f2f75b01c","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"d1d825f6e965bea0c8055f70a5197f90454a719d4f916bfc383a465050559b74"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 17, '{"v":5,"n":17,"at":"2026-10-15T12:30:00Z","key":"5-16","print":"aedc906294d1a087","event":"command-refused","code":"not-yet-issued","account":"B","until":"2026-10-16","block":{"registry":"icm","scope":"t","start":"64","end":"68"},"breach":false,"hash":"1bbb58d86700befac4c11ebce0802b8fef69131ba016f1f6279354638c23e5b3"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 18, '{"v":1,"n":18,"at":"2026-10-15T18:30:00Z","key":"5-17","print":"4850eb2d56a3124e","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"48d12e701486766182b4a9ca5387a06afbcd50e4b1fcbe334cfc58b31d7fffa0"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 19, '{"v":1,"n":19,"at":"2026-10-15T13:30:00Z","key":"5-18","print":"647f4f6caff8d732","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"4da9cd89e45c8f29459f800c864a7b17d2f8891b165743a0501651ac327d94f8"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 20, '{"v":1,"n":20,"at":"2026-10-15T20:30:00Z","key":"5-19","print":"8043e4a141bd9899","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"8b3874cb14ebc58584466eb98d13c6f9a58c0f2edaff8dba10fcc0fe8c09189d"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 21, '{"v":1,"n":21,"at":"2026-10-15T06:30:00Z","key":"5-20","print":"723edab3ac7c76e1","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"3488819a4c2134054c6b1efa225dc6bd0ea2b7b3e717fd60f3789a586aee92af"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 22, '{"v":1,"n":22,"at":"2026-10-15T20:30:00Z","key":"5-21","print":"b119cc759ef815f2","event":"command-refused","code":"no-such-move","account":"A","subject":"retire","place":"pledged","breach":false,"hash":"b9e37e11177ec5321b4370af1e0408e3a7f9bbda9a4b3bebef2b4e6c1d90ce2f"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 23, '{"v":1,"n":23,"at":"2026-10-15T19:30:00Z","key":"5-22","print":"1c5aa90ead5a218f","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"e41ac3527de04a02eaf847b5ae67a157d6d5fb74d8c2780881cfa6958f57fa83"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 24, '{"v":1,"n":24,"at":"2026-10-15T08:30:00Z","key":"5-23","print":"f2034b7f15f29f76","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"e01c6ea3c92f47a3ee4caa1c343dff5c77abc89017931e2a110aa780c7d6ef1c"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 25, '{"v":1,"n":25,"at":"2026-10-15T16:30:00Z","key":"5-24","print":"dec63c3c6d709767","event":"command-refused","code":"no-such-move","account":"B","subject":"assign","place":"reserved","breach":false,"hash":"c4f60675194107c9be77d2ec3503495d71801839eb3698c8c264119c7d594b5c"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 26, '{"v":1,"n":26,"at":"2026-10-15T21:30:00Z","key":"5-25","print":"02a4af98ac318b7d","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"94b169c397becf964e2ce0a89b443a500c78dd242d89fafd5aa949fb71d3568e"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 27, '{"v":1,"n":27,"at":"2026-10-15T12:30:00Z","key":"5-26","print":"3bd4e5818b5f6dea","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"70ef22f5aa0f11cf13f5da9cf3e4f789e2a0f4edcce7118039124e2ba9910cb7"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 28, '{"v":1,"n":28,"at":"2026-10-16T00:30:00Z","key":"5-27","print":"f259fa9628bca8d0","event":"command-refused","code":"no-such-move","account":"A","subject":"assign","place":"retired","breach":false,"hash":"c1a1a8e54af6d5ad7cd20f19e49c20f3693ffbd36067ea20163054cc8c03b5ac"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 29, '{"v":1,"n":29,"at":"2026-10-15T18:30:00Z","key":"5-28","print":"9919a4876514b61d","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"8c23a8703e2fc77a22025ce40145281b756d8c46472c2d2c61c6c724e8ac95c4"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 30, '{"v":1,"n":30,"at":"2026-10-15T19:30:00Z","key":"5-29","print":"62c32bef6850bc57","event":"command-refused","code":"no-such-move","account":"A","subject":"expire","place":"reserved","breach":false,"hash":"6794ea5cb43aea9702220d593d86c106ab11bdd8b6e25eef3f86dae053a5910d"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 31, '{"v":1,"n":31,"at":"2026-10-15T17:30:00Z","key":"5-30","print":"213ab545973f63c5","event":"command-refused","code":"not-enough","account":"A","asked":3,"available":0,"breach":false,"hash":"0f730e3f1180736ed74d545bfb40d3e8d8b3611d3733cd78d48fc9db1728a3ae"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 32, '{"v":1,"n":32,"at":"2026-10-15T09:30:00Z","key":"5-31","print":"52a7f32a52731770","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"82ba68a22d49baafb062323364da663871e0677762da4a23be45e07c78c96b95"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 33, '{"v":1,"n":33,"at":"2026-10-15T16:30:00Z","key":"5-32","print":"5c48b4650df61300","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"666e1a6f18f86e72d586a017da9386bf9d2bdd581c872022e5bdc8cff2f5d28f"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 34, '{"v":1,"n":34,"at":"2026-10-15T06:30:00Z","key":"5-33","print":"1f0084e9872e8a54","event":"command-refused","code":"not-held","account":"A","block":{"registry":"icm","scope":"t","start":"38","end":"42"},"breach":false,"hash":"0298c65e47549826cddf64e051062f852562143d6c1d3c1f2b84de10db61cc12"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 35, '{"v":1,"n":35,"at":"2026-10-16T01:30:00Z","key":"5-34","print":"3b085c86129e0c1b","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"b0d225e112420ccee526f6ebd7f1f799463d6d79c9d0e52d90869cdf78c1f28c"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 36, '{"v":1,"n":36,"at":"2026-10-15T22:30:00Z","key":"5-35","print":"c56efbff1e3d1950","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"31dbcaf6c8d81c3ac92e886e5603e4fbc38b2ce7fcefc32f5fe349081ab283ca"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 37, '{"v":1,"n":37,"at":"2026-10-15T16:30:00Z","key":"5-36","print":"4405c467ad162f3c","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"630cfdd46a7178da62c7c017243a91232c5d6c927156dd7fe17fd98dc4075bed"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 38, '{"v":1,"n":38,"at":"2026-10-15T16:30:00Z","key":"5-37","print":"33c76b7c67b44481","event":"command-refused","code":"unknown-reservation","account":"A","subject":"r0","breach":false,"hash":"fa6b8f6b96b14c799f92ce856dca535da1b5ee52743b725c498fe2c2f35f58d3"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 39, '{"v":1,"n":39,"at":"2026-10-15T23:30:00Z","key":"5-38","print":"89a501c03c6fee98","event":"command-refused","code":"oversell","account":"A","asked":7,"available":0,"breach":true,"hash":"266407a02e9d5d8b516eb5fbf104ad9db6e884f9e205f9fde5c3acbab3b50021"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 40, '{"v":1,"n":40,"at":"2026-10-15T22:30:00Z","key":"5-39","print":"90f01db224911d21","event":"command-refused","code":"not-enough","account":"A","asked":2,"available":0,"breach":false,"hash":"833153d8bf6d6562d225d260f449e18d119628fa53515bb4e13b969d81f533d2"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 41, '{"v":5,"n":41,"at":"2026-10-15T14:30:00Z","key":"5-40","print":"44ae0673e96f04e5","event":"units-entered","account":"A","into":"pending","origin":"issued","units":[{"registry":"icm","scope":"t","kind":"ccc","vintage":2026,"issued":"2026-10-15","expires":"2026-10-16","start":"52","end":"53"}],"intents":[{"key":"x-5-40","registry":"icm","payload":"{\"for\":\"5-40\"}"}],"hash":"0c63a950b45dc59df997bba1154833d469312650604527b06d3a853f4477b963"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 42, '{"v":1,"n":42,"at":"2026-10-15T14:30:00Z","key":"5-41","print":"e281f82461c4ddfa","event":"command-refused","code":"unknown-account","account":"C","breach":false,"hash":"aa92288e18fff1dbb9c081bcbf3c5e910853147889a130c55dc2dceec34042ee"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 43, '{"v":4,"n":43,"at":"2026-10-15T12:30:00Z","key":"5-42","print":"9d5f75e418f24299","event":"units-entered","account":"C","into":"free","origin":"received","source":"outside","units":[{"registry":"icm","scope":"s","kind":"offset-ccc","vintage":2023,"start":"34","end":"41"}],"intents":[{"key":"x-5-42","registry":"icm","payload":"{\"for\":\"5-42\"}"}],"hash":"456b587793d024b44560ca2f4730fb7bd875b15166b6c8173f813af9d88ee4b4"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 44, '{"v":1,"n":44,"at":"2026-10-16T01:30:00Z","key":"5-43","print":"0ca52806e664e1b8","event":"command-refused","code":"already-in-ledger","account":"A","block":{"registry":"icm","scope":"s","start":"50","end":"52"},"breach":false,"hash":"38200c0bcf2680804053b3d79f8dc02435f22fb67f0a0a8c278bb91d19100edc"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 45, '{"v":1,"n":45,"at":"2026-10-15T13:30:00Z","key":"5-44","print":"bd547132f6b80b5c","event":"command-refused","code":"no-such-move","account":"C","subject":"buffer","place":"reserved","breach":false,"hash":"1d4407670f358004e54eada303558a09f6e24c311b8ff330a568b506533dc1d7"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 46, '{"v":1,"n":46,"at":"2026-10-15T10:30:00Z","key":"5-45","print":"9f7c75c30ef4b9ee","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"5e3cccbb663f8675cbb6976c0e40e60016d1efc3320dc6f6db8da24ef4a27b2c"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 47, '{"v":1,"n":47,"at":"2026-10-15T14:30:00Z","key":"5-46","print":"b3ea491f4bc37d45","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"f1604180fe7e81365a76609557b3664d5cffb0825ef25b628321d5c17d42efad"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 48, '{"v":1,"n":48,"at":"2026-10-15T19:30:00Z","key":"5-47","print":"ecd01955b7bb9adf","event":"command-refused","code":"not-enough","account":"A","asked":1,"available":0,"breach":false,"hash":"d52ad6a643f2d57ead1b58ae583a72745db5c97ea46405abac6d558b7a1c6744"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 49, '{"v":1,"n":49,"at":"2026-10-15T14:30:00Z","key":"5-48","print":"9086ef1dd6890f1d","event":"command-refused","code":"not-held","account":"C","block":{"registry":"icm","scope":"s","start":"26","end":"30"},"breach":false,"hash":"cec51b9747cc7d8c43fa055c1ec8d2d63634b506a5dcffa448ec870f266aee08"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 50, '{"v":5,"n":50,"at":"2026-10-15T14:30:00Z","key":"5-49","print":"7e0d5447918b025d","event":"units-entered","account":"C","into":"free","origin":"issued","units":[{"registry":"icm","scope":"s","kind":"ccc","vintage":2025,"issued":"2026-10-15","start":"7","end":"14"}],"intents":[{"key":"x-5-49","registry":"icm","payload":"{\"for\":\"5-49\"}"}],"hash":"65f5a066950cdfccaae65c08be2eea296cb5f8e3dd5b3423d82c4aeb77d5b923"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 51, '{"v":1,"n":51,"at":"2026-10-15T09:30:00Z","key":"5-50","print":"7752dca7e63511ea","event":"command-refused","code":"oversell","account":"A","asked":3,"available":0,"breach":true,"hash":"8cb2d1672cc3fae6fdefcba0e589c0ba64a25f05ad146199c31994865f2a92cc"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 52, '{"v":1,"n":52,"at":"2026-10-16T01:30:00Z","key":"5-51","print":"06fa4e8d0796e47f","event":"command-refused","code":"not-enough","account":"A","asked":5,"available":0,"breach":false,"hash":"aa9e6fb6f1095a065171af17f75d2788930a77c16b87e1a24f2950b23e94ac0a"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 53, '{"v":1,"n":53,"at":"2026-10-15T20:30:00Z","key":"5-52","print":"116a3100349361f6","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"6a9557fcee118c4ee32349bcd69216473d304e916977107e2e4e137846b9ee82"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 54, '{"v":5,"n":54,"at":"2026-10-15T11:30:00Z","key":"5-53","print":"5c886ad68332f8d6","event":"command-refused","code":"not-yet-issued","account":"A","until":"2026-10-16","block":{"registry":"icm","scope":"t","start":"17","end":"27"},"breach":false,"hash":"d21bf1f3f9e2b9af5c55960d90e4e8c46dae6921bb1da3d8ba83af3455e48c49"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 55, '{"v":1,"n":55,"at":"2026-10-15T06:30:00Z","key":"5-54","print":"38a619b58c33d150","event":"command-refused","code":"not-enough","account":"A","asked":1,"available":0,"breach":false,"hash":"382cf7017504f476af6b61d742091cc45a41a1883d07004cfb9aa7f276ae6f95"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 56, '{"v":1,"n":56,"at":"2026-10-15T11:30:00Z","key":"5-55","print":"29f4ba56f5388598","event":"command-refused","code":"not-enough","account":"C","asked":7,"available":0,"breach":false,"hash":"b5947501b8127915e085a1c360a5454e91fee0297b8539b828dbdaef12304f97"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 57, '{"v":1,"n":57,"at":"2026-10-15T19:30:00Z","key":"5-56","print":"3befa7eac9071ca3","event":"command-refused","code":"unknown-account","account":"B","breach":false,"hash":"b6786c8bca3087b8ee31ade21f63b6ed8f40749c9efee112ad2c641c37d47815"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 58, '{"v":5,"n":58,"at":"2026-10-15T07:30:00Z","key":"5-57","print":"f2fb516a2c6a1e3f","event":"units-entered","account":"B","into":"free","origin":"issued","units":[{"registry":"icm","scope":"t","kind":"offset-ccc","vintage":2024,"issued":"2025-08-15","start":"18","end":"18"}],"intents":[{"key":"x-5-57","registry":"icm","payload":"{\"for\":\"5-57\"}"}],"hash":"5da00333de338e2902305b317216ba4c872eeb78911b13ac215a42a3398dde4c"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 59, '{"v":1,"n":59,"at":"2026-10-16T00:30:00Z","key":"5-58","print":"ea5566193d00ae5d","event":"command-refused","code":"not-enough","account":"A","asked":3,"available":0,"breach":false,"hash":"3d9cca366f42f1d88153d2cafdf98f37501b4cd38bd959b0b6efce49551468c6"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 60, '{"v":1,"n":60,"at":"2026-10-15T12:30:00Z","key":"5-59","print":"6adb98c3cbf3bad9","event":"command-refused","code":"unknown-reservation","account":"C","subject":"r2","breach":false,"hash":"d6d137de3d0442b23ddd5243ccc9ba2cd3c277fc3e856c5c3c5de7384e988f6c"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 61, '{"v":5,"n":61,"at":"2026-10-15T09:30:00Z","key":"5-60","print":"3135f139edbb46c9","event":"units-entered","account":"A","into":"free","origin":"received","source":"outside","units":[{"registry":"icm","scope":"t","kind":"offset-ccc","vintage":2024,"issued":"2026-10-15","expires":"2026-10-15","start":"36","end":"42"}],"intents":[{"key":"x-5-60","registry":"icm","payload":"{\"for\":\"5-60\"}"}],"hash":"a7929d8125cb70e88324bf7eb107830db8ba1e6bcbefe50531a9b74458bfacf2"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 62, '{"v":1,"n":62,"at":"2026-10-15T10:30:00Z","key":"5-61","print":"264bcec42149c9bd","event":"command-refused","code":"unknown-reservation","account":"A","subject":"r2","breach":false,"hash":"c1a01eb4861ec67b4cea5ed71b3d520bc0e110c56304f26fbe3c7e0e991eb195"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 63, '{"v":1,"n":63,"at":"2026-10-15T17:30:00Z","key":"5-62","print":"ec4d5627d82dc4e0","event":"command-refused","code":"not-held","account":"A","block":{"registry":"icm","scope":"s","start":"22","end":"24"},"breach":false,"hash":"510b37eb2dff8b271b34f5362c79f106b3e71f541bd64801862dbee6d6c53b14"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 64, '{"v":1,"n":64,"at":"2026-10-15T11:30:00Z","key":"5-63","print":"a79aa7af16dc0391","event":"command-refused","code":"not-held","account":"B","block":{"registry":"icm","scope":"t","start":"50","end":"53"},"breach":false,"hash":"83d97dee93903ee9bf188d847c7369687218a5c2857190621d2be3cb03ba22d1"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 65, '{"v":1,"n":65,"at":"2026-10-15T19:30:00Z","key":"5-64","print":"6ffedb6e3a7bd3d9","event":"command-refused","code":"not-enough","account":"C","asked":1,"available":0,"breach":false,"hash":"704d8fba7340af5964282936b4f14d6f564f965321f3ef20411d8a939a3c7d51"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 66, '{"v":1,"n":66,"at":"2026-10-15T08:30:00Z","key":"5-65","print":"27b11fb77276b882","event":"command-refused","code":"not-enough","account":"B","asked":1,"available":0,"breach":false,"hash":"7cd5f30e194246afcabef5845ceb4d6e62a3bdc60559c970b7fa8bf30c9c74bd"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 67, '{"v":1,"n":67,"at":"2026-10-15T21:30:00Z","key":"5-66","print":"b84d5ab720eac158","event":"command-refused","code":"not-enough","account":"A","asked":4,"available":0,"breach":false,"hash":"fe5e5e0dadd04e8a452d6a9d7998c97dd5566c767a5bda6320ef4993d46565e0"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 68, '{"v":5,"n":68,"at":"2026-10-15T13:30:00Z","key":"5-67","print":"2abb773bc15d41ef","event":"command-refused","code":"issue-day-unknown","account":"C","block":{"registry":"icm","scope":"s","start":"34","end":"41"},"breach":false,"hash":"821735779b78c442dd9d454ed09ebbf013df7d738e804a6f79af462751828cc0"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 69, '{"v":1,"n":69,"at":"2026-10-15T22:30:00Z","key":"5-68","print":"b0695505a915cf55","event":"command-refused","code":"not-enough","account":"A","asked":1,"available":0,"breach":false,"hash":"a61148a039d97dc0b2a6feafde6abd8ebc52bd8477b03084b7d20180b844199b"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 70, '{"v":1,"n":70,"at":"2026-10-16T01:30:00Z","key":"5-69","print":"89cf07c2f97c588d","event":"command-refused","code":"no-such-move","account":"B","subject":"assign","place":"surrendered","breach":false,"hash":"5ac5bc6e71c18c4f97018ab7236dc991dffdf4673343e78cfccc1dc6472dfd9b"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 71, '{"v":1,"n":71,"at":"2026-10-15T12:30:00Z","key":"5-70","print":"27ef8ee0f72131d2","event":"command-refused","code":"not-enough","account":"A","asked":7,"available":0,"breach":false,"hash":"f0c40d5980ed69a77fa7d2c298c9c578f5867e0807d3dcd6234045b28f74f738"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 72, '{"v":1,"n":72,"at":"2026-10-15T07:30:00Z","key":"5-71","print":"33dbeafaedbff15e","event":"command-refused","code":"unknown-reservation","account":"A","subject":"r2","breach":false,"hash":"2997e1f02e02b7db3230585ce82efa1cd73a0dd2436f2718b9609f9fbc9c3417"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 73, '{"v":5,"n":73,"at":"2026-10-15T18:30:00Z","key":"5-72","print":"04c073b50e9beb0c","event":"units-moved","cause":"expire","account":"A","from":"free","to-account":"A","to":"expired","units":[{"registry":"icm","scope":"t","kind":"offset-ccc","vintage":2024,"issued":"2026-10-15","expires":"2026-10-15","start":"36","end":"38"}],"intents":[{"key":"x-5-72","registry":"icm","payload":"{\"for\":\"5-72\"}"}],"hash":"236e91ade474aff7b50b59d9c36482a84e2c49f968e275dd2b4a72aa04e03e73"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 74, '{"v":1,"n":74,"at":"2026-10-15T13:30:00Z","key":"5-73","print":"78fb319cc758da87","event":"command-refused","code":"no-such-move","account":"C","subject":"reverse","place":"free","breach":false,"hash":"48d9cb4b22bb7ad9c2818e87b00f22424350abb4bc98db3569c8dc29af3667b5"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 75, '{"v":1,"n":75,"at":"2026-10-15T13:30:00Z","key":"5-74","print":"04e9878b7822da04","event":"command-refused","code":"no-such-move","account":"B","subject":"reserve","place":"reserved","breach":false,"hash":"a62b4ef64eda05652de35facb2eb3a3a67b32d76e1939d2ad9cee31ca493d525"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 76, '{"v":1,"n":76,"at":"2026-10-15T22:30:00Z","key":"5-75","print":"a72de669f5d64f83","event":"command-refused","code":"not-held","account":"B","block":{"registry":"icm","scope":"t","start":"69","end":"71"},"breach":false,"hash":"c16cc5d6d485a353f3adbd69d906938d241977c7f713be4df79415bb023ebca8"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 77, '{"v":1,"n":77,"at":"2026-10-15T18:30:00Z","key":"5-76","print":"ba873cf74aae4c7c","event":"command-refused","code":"unknown-reservation","account":"C","subject":"r2","breach":false,"hash":"48c115f5a000dd46330d5bee67d232f67dfd8acf7ce5c9f50c5a6c7581254d1f"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 78, '{"v":1,"n":78,"at":"2026-10-15T08:30:00Z","key":"5-77","print":"fba0d3eefa0b2557","event":"command-refused","code":"not-held","account":"C","block":{"registry":"icm","scope":"s","start":"6","end":"8"},"breach":false,"hash":"9f58c3583d0fd880c9c148ce770dafb90a8c68c2c2d1a84636c2156ba5faf4c4"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 79, '{"v":5,"n":79,"at":"2026-10-15T13:30:00Z","key":"5-78","print":"9d292843e5aa8229","event":"units-entered","account":"C","into":"free","origin":"issued","units":[{"registry":"icm","scope":"t","kind":"ccc","vintage":2026,"issued":"2026-10-15","start":"8","end":"8"}],"intents":[{"key":"x-5-78","registry":"icm","payload":"{\"for\":\"5-78\"}"}],"hash":"5cee7b8b913066c3e413760329ff8122e09a9fc0b3a0a18d90da1cf85f020a78"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 80, '{"v":1,"n":80,"at":"2026-10-15T07:30:00Z","key":"5-79","print":"18ee7bcc9531a557","event":"command-refused","code":"not-held","account":"C","block":{"registry":"icm","scope":"t","start":"54","end":"57"},"breach":false,"hash":"ee703e2706a812875ab74a7a032038286270990d782598f43fef4e7d405cb33e"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 81, '{"v":4,"n":81,"at":"2026-10-15T12:30:00Z","key":"5-80","print":"62ff2540ffb792a0","event":"account-frozen","account":"C","frozen":true,"reason":"x","intents":[{"key":"x-5-80","registry":"icm","payload":"{\"for\":\"5-80\"}"}],"hash":"eec279aa9c8fa007753401e08269d2ad83ccd9cf300ed9627d7f4002a655bece"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 82, '{"v":1,"n":82,"at":"2026-10-15T15:30:00Z","key":"5-81","print":"acf91ead5f2c5def","event":"command-refused","code":"no-such-move","account":"A","subject":"bank","place":"pledged","breach":false,"hash":"90d5c3a684963cc28b528c3d6f7b6252ca132bf6d6ef25181e822c2211ee99cb"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 83, '{"v":1,"n":83,"at":"2026-10-15T14:30:00Z","key":"5-82","print":"a330144565d8c026","event":"command-refused","code":"not-enough","account":"A","asked":7,"available":0,"breach":false,"hash":"25ea1d870ab043aeffa924ad68d98a0f41144f1aa0db5f4d1155ce178fe86cf4"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 84, '{"v":1,"n":84,"at":"2026-10-15T08:30:00Z","key":"5-83","print":"d08d9e78d557767e","event":"command-refused","code":"not-enough","account":"B","asked":2,"available":1,"breach":false,"hash":"869a9d1d011ce6bbf7a36b0c776e914f02f69573c9b98ac0ef9e8af084c6e9e7"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 85, '{"v":1,"n":85,"at":"2026-10-16T00:30:00Z","key":"5-84","print":"8722f9d948bbb1bf","event":"command-refused","code":"not-enough","account":"A","asked":5,"available":0,"breach":false,"hash":"4194588a3f4472f7c40df3416ebc5d552d163f1ee8cad5454c607dd3b1ffb91a"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 86, '{"v":1,"n":86,"at":"2026-10-15T10:30:00Z","key":"5-85","print":"b12f5f35ed0bd3eb","event":"command-refused","code":"not-enough","account":"A","asked":8,"available":4,"breach":false,"hash":"eb0723815b44f27002e7c316247fb5a0dce894455a8e46ad49872a0d4dd529e3"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 87, '{"v":1,"n":87,"at":"2026-10-16T00:30:00Z","key":"5-86","print":"ba95c2259019e186","event":"command-refused","code":"not-enough","account":"A","asked":37,"available":0,"breach":false,"hash":"b1489451d213b6ad5103d131f3aa69cfbf6a5182ca4317067e501218af621461"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 88, '{"v":1,"n":88,"at":"2026-10-15T15:30:00Z","key":"5-87","print":"d8c9e3e058f10f74","event":"command-refused","code":"unknown-reservation","account":"C","subject":"r0","breach":false,"hash":"c416406f3d94891baa798673efbcb7d2e8fb9f51b1f2e68ea77bcfa26408f710"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 89, '{"v":1,"n":89,"at":"2026-10-15T21:30:00Z","key":"5-88","print":"210037158e427219","event":"command-refused","code":"unknown-reservation","account":"B","subject":"r2","breach":false,"hash":"a9507c795d9a095b90f15f8a5bb81400e7308889b73fba6eeb988a1e81455038"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 90, '{"v":1,"n":90,"at":"2026-10-15T16:30:00Z","key":"5-89","print":"94cac6e0d43cb364","event":"command-refused","code":"no-such-move","account":"B","subject":"assign","place":"reserved","breach":false,"hash":"efd9905a1ccaca448279b653f3367077e8afc8a8aa90d29cbb25c5277ad5964d"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 91, '{"v":1,"n":91,"at":"2026-10-15T17:30:00Z","key":"5-90","print":"840e1eb819037e5b","event":"command-refused","code":"not-enough","account":"B","asked":4,"available":0,"breach":false,"hash":"701801507a39c7b42048e163611a08fed869b8a81bbf6422ef761d91f2d96eef"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 92, '{"v":1,"n":92,"at":"2026-10-15T22:30:00Z","key":"5-91","print":"b993f8a29beab214","event":"command-refused","code":"not-enough","account":"B","asked":1,"available":0,"breach":false,"hash":"a5920aee8add615c777ea4215ff7207fe55d62526563b4d388233bf63f121b0a"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 93, '{"v":1,"n":93,"at":"2026-10-15T08:30:00Z","key":"5-92","print":"b3a755550081138a","event":"command-refused","code":"no-such-move","account":"A","subject":"assign","place":"expired","breach":false,"hash":"5ea03a3cadf151820c38c32fae26262ae8ae9ad331f658f39fe11089dfa84a87"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 94, '{"v":1,"n":94,"at":"2026-10-15T22:30:00Z","key":"5-93","print":"9af27df5bab1a8f1","event":"command-refused","code":"no-such-move","account":"B","subject":"transfer","place":"pledged","breach":false,"hash":"c0422a2210476748df9f8c8ea4a8c27b13f152234a1cd9e0fc23c4ede90676fa"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 95, '{"v":1,"n":95,"at":"2026-10-16T00:30:00Z","key":"5-94","print":"85026353df087cce","event":"command-refused","code":"frozen","account":"C","breach":false,"hash":"2d2a23db4cd6d68f63f926cf8aa83f8b6738c5c06a27fb4fcc62e5a88da5584d"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 96, '{"v":1,"n":96,"at":"2026-10-16T01:30:00Z","key":"5-95","print":"b3f17d4895f17dc8","event":"command-refused","code":"not-enough","account":"B","asked":7,"available":0,"breach":false,"hash":"bc1fb10e2cb7a301fa050faa15c0f425d5876efe1f1c582b3048f4e203bd1c4f"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 97, '{"v":1,"n":97,"at":"2026-10-15T16:30:00Z","key":"5-96","print":"23755a9aeacb7e53","event":"command-refused","code":"no-such-move","account":"B","subject":"assign","place":"surrendered","breach":false,"hash":"a01e90e268785a8529b3e2f4341f8a4e6485db18f646d6498d41625c24c6430d"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 98, '{"v":1,"n":98,"at":"2026-10-15T12:30:00Z","key":"5-97","print":"df15c592cd5d97c0","event":"command-refused","code":"no-such-move","account":"B","subject":"reverse","place":"free","breach":false,"hash":"e62b0cc0fc2e3e1b5d89be555c9d07a042da6d7194e30a42f2ad969567b09bb8"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 99, '{"v":1,"n":99,"at":"2026-10-15T12:30:00Z","key":"5-98","print":"dbb9f643bf6d121a","event":"command-refused","code":"unknown-reservation","account":"B","subject":"r2","breach":false,"hash":"5869e20bcd0c08bc3f9fad5db3aab3c9fddfa7244cc3624946122fa49f37c433"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 100, '{"v":1,"n":100,"at":"2026-10-15T13:30:00Z","key":"5-99","print":"4222b23b2444a63a","event":"command-refused","code":"not-enough","account":"B","asked":6,"available":0,"breach":false,"hash":"9a510e5885ed65469f3a7be59e3ec7b98ffc75d8b8d40ddb02157f7a5afd2ea5"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 101, '{"v":4,"n":101,"at":"2026-10-15T09:30:00Z","key":"5-100","print":"3968bc90b2f7d485","event":"account-frozen","account":"A","frozen":true,"reason":"x","intents":[{"key":"x-5-100","registry":"icm","payload":"{\"for\":\"5-100\"}"}],"hash":"f2537ad350d67c056640ad125da8ae4c173627eede5bbf5e9415be1a4787140e"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 102, '{"v":1,"n":102,"at":"2026-10-16T01:30:00Z","key":"5-101","print":"7a5f56edd8d60fbd","event":"command-refused","code":"frozen","account":"C","breach":false,"hash":"6a677d6e1e579a936b7b3945e806b4444ef321405b2f32672c5db516dfd0bfa2"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 103, '{"v":1,"n":103,"at":"2026-10-15T21:30:00Z","key":"5-102","print":"8f18474442475100","event":"command-refused","code":"unknown-reservation","account":"B","subject":"r0","breach":false,"hash":"cb3609ccc6d3332b3b744401c330cec89a270a490def64a176fcf499ebdfef8e"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 104, '{"v":1,"n":104,"at":"2026-10-15T11:30:00Z","key":"5-103","print":"1b96dfcbb090f4f5","event":"command-refused","code":"frozen","account":"C","breach":false,"hash":"2d669eb90aa1348752e561f964ba61034a52059d0e88e4f6704a5bea077d763f"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 105, '{"v":1,"n":105,"at":"2026-10-15T20:30:00Z","key":"5-104","print":"fe19166dde4dd6bf","event":"command-refused","code":"frozen","account":"A","breach":false,"hash":"67a74c34d8de426a582d1737a7701927951900d0a6207df941aaf398be150b58"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 106, '{"v":1,"n":106,"at":"2026-10-15T19:30:00Z","key":"5-105","print":"2bc328a2f07c8b81","event":"command-refused","code":"no-such-move","account":"B","subject":"reserve","place":"reserved","breach":false,"hash":"3e4eae0802ad609486377c70e574c786401f96350645b023361f7d9c6abdfc8e"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 107, '{"v":1,"n":107,"at":"2026-10-15T23:30:00Z","key":"5-106","print":"5f2b9935fa429dc2","event":"command-refused","code":"frozen","account":"A","breach":false,"hash":"1989d220aec284cf9d2ee8087845c0a3db5cf37dc8ab3e3efc7a905f6d5e3dc2"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 108, '{"v":1,"n":108,"at":"2026-10-16T01:30:00Z","key":"5-107","print":"2346b9702c018c6a","event":"command-refused","code":"no-such-move","account":"B","subject":"bank","place":"banked","breach":false,"hash":"b27359245e6191d64f8521ddeb969cc36f742fe3a60a237667503e45fef4434e"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 109, '{"v":5,"n":109,"at":"2026-10-15T15:30:00Z","key":"5-108","print":"2df44057689a74c7","event":"units-entered","account":"C","into":"free","origin":"issued","units":[{"registry":"icm","scope":"t","kind":"ccc","vintage":2024,"issued":"2025-10-15","expires":"2026-10-16","start":"84","end":"87"}],"intents":[{"key":"x-5-108","registry":"icm","payload":"{\"for\":\"5-108\"}"}],"hash":"f7bbd1a4e237aee90f9342fb9feb0ea11ec55061765ef56b4c59b2964a36c51c"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 110, '{"v":1,"n":110,"at":"2026-10-15T07:30:00Z","key":"5-109","print":"49c636ed23b3fffb","event":"command-refused","code":"already-in-ledger","account":"B","block":{"registry":"icm","scope":"s","start":"7","end":"14"},"breach":false,"hash":"a4ed188747e000cd53e80298bc6c394634791403541f074b27596c8785a3a56c"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 111, '{"v":1,"n":111,"at":"2026-10-15T18:30:00Z","key":"5-110","print":"81bdd82659ae2215","event":"command-refused","code":"oversell","account":"B","asked":4,"available":1,"block":{"registry":"icm","scope":"t","start":"18","end":"18"},"breach":true,"hash":"6d717a66926635b6bcba48d2bd8be1a2fa76137d8a3ef82608820604abb6f169"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 112, '{"v":1,"n":112,"at":"2026-10-15T23:30:00Z","key":"5-111","print":"df38bf8ef0d0483b","event":"command-refused","code":"no-such-move","account":"C","subject":"assign","place":"reserved","breach":false,"hash":"9b52ae04106d99858108cb97dabd8dbdfc8871a11b80ac4eb18cfa1c2165777b"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 113, '{"v":1,"n":113,"at":"2026-10-15T12:30:00Z","key":"5-112","print":"4f8a6ee70ae834ae","event":"command-refused","code":"unknown-reservation","account":"B","subject":"r2","breach":false,"hash":"7075341e9b8085fb0e8c7fdeae354ed3c88b90f0bde370e3838695410e7fab4e"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 114, '{"v":1,"n":114,"at":"2026-10-15T11:30:00Z","key":"5-113","print":"eed02cec3707a7e8","event":"command-refused","code":"frozen","account":"A","breach":false,"hash":"8b8da0043b99019beaac5654f50531047d0d4a3c2560a5416b336db6d050274a"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 115, '{"v":1,"n":115,"at":"2026-10-15T13:30:00Z","key":"5-114","print":"91ab21ed03bc54a7","event":"command-refused","code":"frozen","account":"A","breach":false,"hash":"585ece86d19c8b15beaac08cdb58ff121498127e91a7321fc95c226202a14183"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 116, '{"v":5,"n":116,"at":"2026-10-15T20:30:00Z","key":"5-115","print":"78b7013dec41f79f","event":"units-entered","account":"C","into":"free","origin":"issued","units":[{"registry":"icm","scope":"s","kind":"ccc","vintage":2025,"issued":"2026-10-15","start":"77","end":"81"}],"intents":[{"key":"x-5-115","registry":"icm","payload":"{\"for\":\"5-115\"}"}],"hash":"025d4d81ae7795c093316c6f75f10c19e0e508ae9fe1e60baf44428f8ffc67fb"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 117, '{"v":1,"n":117,"at":"2026-10-15T09:30:00Z","key":"5-116","print":"48a55db5acb04f3a","event":"command-refused","code":"frozen","account":"C","breach":false,"hash":"35661ab256544202087af5f44a1f7a60e0771043a09d9a2a8693c918aa39d1a0"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 118, '{"v":1,"n":118,"at":"2026-10-15T19:30:00Z","key":"5-117","print":"c7c62bc115c9eb91","event":"command-refused","code":"frozen","account":"A","breach":false,"hash":"20c6c9419e4c7995ac767b4fc21b1698803a37b8f2abb62a42ac2099a98bf997"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 119, '{"v":1,"n":119,"at":"2026-10-15T19:30:00Z","key":"5-118","print":"d1c8bce5b0c87471","event":"command-refused","code":"not-enough","account":"B","asked":7,"available":0,"breach":false,"hash":"d91f9af2796c2dc914886864c2fd4020b343e2fd5520ed6d7c89194513334a0e"}');
INSERT INTO ccts_ledger.entry VALUES ('dumped', 120, '{"v":1,"n":120,"at":"2026-10-16T00:30:00Z","key":"5-119","print":"77a6dc006b3de88a","event":"command-refused","code":"frozen","account":"A","breach":false,"hash":"2849248e3a90c22d9cf2e3554d8a24abed2cff3507900b77fbc15039b3dc3198"}');
INSERT INTO ccts_ledger.intent VALUES ('dumped', 12, 0, 'x-5-11', 'icm', '{"for":"5-11"}');
INSERT INTO ccts_ledger.intent VALUES ('dumped', 41, 0, 'x-5-40', 'icm', '{"for":"5-40"}');
INSERT INTO ccts_ledger.intent VALUES ('dumped', 43, 0, 'x-5-42', 'icm', '{"for":"5-42"}');
INSERT INTO ccts_ledger.intent VALUES ('dumped', 50, 0, 'x-5-49', 'icm', '{"for":"5-49"}');
INSERT INTO ccts_ledger.intent VALUES ('dumped', 58, 0, 'x-5-57', 'icm', '{"for":"5-57"}');
INSERT INTO ccts_ledger.intent VALUES ('dumped', 61, 0, 'x-5-60', 'icm', '{"for":"5-60"}');
INSERT INTO ccts_ledger.intent VALUES ('dumped', 73, 0, 'x-5-72', 'icm', '{"for":"5-72"}');
INSERT INTO ccts_ledger.intent VALUES ('dumped', 79, 0, 'x-5-78', 'icm', '{"for":"5-78"}');
INSERT INTO ccts_ledger.intent VALUES ('dumped', 81, 0, 'x-5-80', 'icm', '{"for":"5-80"}');
INSERT INTO ccts_ledger.intent VALUES ('dumped', 101, 0, 'x-5-100', 'icm', '{"for":"5-100"}');
INSERT INTO ccts_ledger.intent VALUES ('dumped', 109, 0, 'x-5-108', 'icm', '{"for":"5-108"}');
INSERT INTO ccts_ledger.intent VALUES ('dumped', 116, 0, 'x-5-115', 'icm', '{"for":"5-115"}');
INSERT INTO ccts_ledger.outbox VALUES ('dumped', 12, 0, 'x-5-11', 'icm', '{"for":"5-11"}', 2, false, 'confirmed');
INSERT INTO ccts_ledger.outbox VALUES ('dumped', 41, 0, 'x-5-40', 'icm', '{"for":"5-40"}', 1, true, 'intended');
INSERT INTO ccts_ledger.outbox VALUES ('dumped', 43, 0, 'x-5-42', 'icm', '{"for":"5-42"}', 1, true, 'intended');
INSERT INTO ccts_ledger.outbox VALUES ('dumped', 50, 0, 'x-5-49', 'icm', '{"for":"5-49"}', 1, true, 'intended');
INSERT INTO ccts_ledger.outbox VALUES ('dumped', 58, 0, 'x-5-57', 'icm', '{"for":"5-57"}', 1, true, 'intended');
INSERT INTO ccts_ledger.outbox VALUES ('dumped', 61, 0, 'x-5-60', 'icm', '{"for":"5-60"}', 1, true, 'intended');
INSERT INTO ccts_ledger.outbox VALUES ('dumped', 73, 0, 'x-5-72', 'icm', '{"for":"5-72"}', 1, true, 'intended');
INSERT INTO ccts_ledger.outbox VALUES ('dumped', 79, 0, 'x-5-78', 'icm', '{"for":"5-78"}', 1, true, 'intended');
INSERT INTO ccts_ledger.outbox VALUES ('dumped', 81, 0, 'x-5-80', 'icm', '{"for":"5-80"}', 2, false, 'confirmed');
INSERT INTO ccts_ledger.outbox VALUES ('dumped', 101, 0, 'x-5-100', 'icm', '{"for":"5-100"}', 1, true, 'intended');
INSERT INTO ccts_ledger.outbox VALUES ('dumped', 109, 0, 'x-5-108', 'icm', '{"for":"5-108"}', 1, true, 'intended');
INSERT INTO ccts_ledger.outbox VALUES ('dumped', 116, 0, 'x-5-115', 'icm', '{"for":"5-115"}', 1, true, 'intended');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-11', 1, 'intended');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-11', 2, 'confirmed');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-40', 1, 'intended');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-42', 1, 'intended');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-49', 1, 'intended');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-57', 1, 'intended');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-60', 1, 'intended');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-72', 1, 'intended');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-78', 1, 'intended');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-80', 1, 'intended');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-80', 2, 'confirmed');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-100', 1, 'intended');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-108', 1, 'intended');
INSERT INTO ccts_ledger.outbox_move VALUES ('dumped', 'x-5-115', 1, 'intended');
INSERT INTO ccts_ledger.outbox_owner VALUES ('dumped', 1, 'made', '2026-11-29 09:04:57.634236+00', NULL, '01:00:00', 116, 0);
INSERT INTO ccts_ledger.shard VALUES ('dumped', 120, 1, 'process 18367 on vm', '2026-11-29 09:04:57.445583+00', NULL);
INSERT INTO ccts_ledger.snapshot VALUES ('dumped', 120, 2717);
INSERT INTO ccts_ledger.snapshot_part VALUES ('dumped', 120, 0, '\x16636374732d6c65646765722d736e617073686f742f34f0010000000000020369636d01730804000700070014000700090007001400040369636d01740a0500080000000a000000120006000a0001001f000303014154010280b0c2b5c8c7d53f0080f0d4a99daad53f000003000369636d017303636363d21f8e86a813aca2a91300000000010032000700000000000000010369636d017403636363d41faea2a913b0a2a91300000000010034000100000000000000020369636d01740a6f66667365742d636363d01faea2a913aea2a9130100270003000000000000000001002400020000000142520001809092a88bbdd53f000001030369636d01740a6f66667365742d636363d01ffe82a81300010012000000000000000000000000000001434a01000004040369636d01730a6f66667365742d636363ce1f000001002200070000000000000000000000050369636d017303636363d21faea2a913000200070007003f00040000000000000000000000060369636d017403636363d41faea2a9130001000800000000000000000000000000070369636d017403636363d01f8e86a813b0a2a91301005400030000000000000000000000007803352d30e382e2a6cbaeb2ed4602b0978aad0d03352d31aab5cf978bafa88eab0102df890303352d32e9d5d193b3fbabaced0102c0d10203352d3383eabf99e386b1e9970102c07003352d348fcccab7b5c4b6a2cb01029f990203352d35afac8ae9f5bec6cf04029ffa0303352d36fd84def0eef8eaf58b0102e0a80103352d37b3a7e790fdc5a8a70202dfa80103352d388199a4ce9de499a43a0280840703352d39f6e9bbeba1b1faa152020004352d3130d1dda79da1c790bcee0102bf7004352d31319c9594a4e6a6f285880102ff830704352d3132bc99e58ce6b5829a9c0102a03804352d3133eb97d6bfcf8ca4ab5b02e0cb0604352d313480ab8ee0abddbdd0c60102bf930604352d31359ce0d6fbf2cf8acfe401020004352d313687c1c6a6a98ca4eeae010280e10104352d3137cea48cb5d5e5baa84802c0d10204352d3138b2aee3ffcaedd3bf64029f990204352d313999b1f68d9494f9a1800102e0890304352d3230e1edf1e3bad6b69f7202bf930604352d3231f2abe0f7d98ef38cb10102c0930604352d32328fc3e8eaeaa1aaad1c029f3804352d3233f6becaaff1efd281f20102dfea0404352d3234e7aec2ebc6878fe3de010280c20304352d3235fd96c6e18af3abd20202a0990204352d3236eadbfdda98b0b9ea3b029ffa0304352d3237d0d1f2c5e2d2feacf2010280a30504352d32389decd2a8f690e98c990102bfd10204352d3239d7f8c2c2f6fdcae16202a03804352d3330c5c7fdb9d9a8ad9d2102bf7004352d3331f0aecc93a5e5fcd35202ffc10304352d333280a6d8efd08cada45c02e0890304352d3333d494bab9989da1801f02bfb20404352d33349b98f894e19097843b02e0ac0804352d3335d0b2f4f1f1ffbeb7c50102dfa80104352d3336bcded8e8fa8cf1824402bfd10204352d33378189d1bdc6efdae333020004352d333898ddbfe383b8c0d2890102e0890304352d3339a1bac4a4a2b687f89001029f3804352d3430e589bccbbece81d74402ffc10304352d3431fabb938ec684fec0e201020004352d34329985c9c7c1bcddaf9d0102bf7004352d3433b8c393b3ee80cad20c02a0db0504352d3434dc96e0b5afa69caabd0102ffa20504352d3435eef3d2f7b0b89dbe9f0102dfa80104352d3436c5fa8ddef4a392f5b3010280e10104352d3437dfb5eebddbaa86e8ec0102a0990204352d34389d9ea4b4dde3bbc39001029f990204352d3439dd84ac8cf988d5867e020004352d3530eaa3d4b1fe94b7a977029f990204352d3531ffc8dbbcd0d193fd060280840704352d3532f6c3cda483a08cb511029f990204352d3533d6f1cb99e8da9ac45c029ffa0304352d3534d0a2cfe1d8b686d338029f990204352d3535988be2a9efcaaefa2902a0990204352d3536a3b99cc8acfde9f73b0280c20304352d3537bfbca8e3a2add4fdf20102ffa20504352d3538dddc82e893c3d9aaea0102a0bc0704352d3539d9f5cedfbc98e6ed6a02ffa20504352d3630c98deded9ea7fc9a3102dfa80104352d3631bd93a78ac2d8f3a52602a03804352d3632e089b7c1fdc4d5a6ec0102e0890304352d36339187f0b6f1f5a9cda70102bfd10204352d3634d9a7efd3e3edb6ff6f0280c20304352d363582f1da93f7f6c7d82702dfea0404352d3636d882ab87f2d6d6a6b80102a0db0504352d3637ef83f58abce7dddd2a02ffc10304352d3638d59ed7c8daa0d5b4b00102a0fa0304352d36398db1f1cbaff8c1e7890102e0a80104352d3730d2e384b98fdce3f727029fdb0504352d3731dee2ffedaedffaed33029f990204352d37328cd6eff4d0f69ce00402e0ea0404352d373387b5e3baccb3ccfd78029f990204352d373484b48bc1b7f1e1f404020004352d3735839fd9ae9fcdf996a70102a0fa0304352d3736fc98b9d5f49ecfc3ba0102ffe00104352d3737d7caacd0effdb4d0fb0102bfb20404352d3738a984aaadbe88ca949d0102a0990204352d3739d7cac6a9c9f99ef71802bfd10204352d3830a0a5defd8fa8c9ff6202a0990204352d3831efbbb1f9d5d5c7fcac0102e0a80104352d3832a680e3aed6888598a301029f3804352d3833feecddaa8dcfe7c6d00102bfd10204352d3834bfe3eec594bbbe9187010280840704352d3835eba7afe8dee6d797b10102bf930604352d383686c3e780d9c4f0caba0102c0930604352d3837f49ec4c785fcf8e4d801029ffa0304352d383899e489f2d8e28d802102c0d10204352d3839e4e6f2a18ddcb1e59401029f990204352d3930dbfc8dc881d78787840102a03804352d393194e4aadfa994fec9b90102a0990204352d39328aa78484d0aad5d3b30102bf930604352d3933f1d1c6d5dbbe9ff99a0102c0930604352d3934cef9a1f8bdea9881850102c07004352d3935c8fbc5af89a9dff8b30102a03804352d3936d3fcadd6aed3d6ba23029ffa0304352d3937c0aff6eaacb2f18adf0102ffe00104352d39389aa4b4fbbbc8fddcdb01020004352d3939bacc92a2b2c7ac914202a03805352d31303085a9df978b92afb43902ffe00105352d313031bd9fd8c6ddddd5af7a0280840705352d31303280a29d92c4e8918c8f0102ffe00105352d313033f5e9c384bbf9b7cb1b02bfb20405352d313034bfadb7f2ddcdc58cfe0102a0fa0305352d3130358197f283af94cae12b029f3805352d313036c2bb8ad2dfa6e6955f0280e10105352d313037ea9886e082aeaea32302c07005352d313038c7e9e9c4f68a90fa2d02bfb20405352d313039fbffcf9dd2dd8de34902ffc10305352d31313095c4b8cde584f6de810102e0ea0405352d313131bb90c186eff1af9cdf0102a0990205352d313132aee9a0d7f0dc9bc54f02dfea0405352d313133e8cf9eb8c39d8be8ee01029f3805352d313134a7a9f19dd0bdc8d5910102c07005352d3131359fef87e2dea7c0db7802e0890305352d313136ba9ec1e5dab6d7d24802dfea0405352d31313791d7a7ae91f88ae3c70102c0b20405352d313138f1e8a186db9cafe4d101020005352d3131398ad1f7d98680b7d37702a099027368613235363a66663566613333626136376533646137376536623433366438653931666563653465323034386334626130633535633064656338303931316434313062643132');
INSERT INTO ccts_ledger.stream VALUES ('dumped', 'account/C', 37);
INSERT INTO ccts_ledger.stream VALUES ('dumped', 'account/A', 42);
INSERT INTO ccts_ledger.stream VALUES ('dumped', 'account/B', 41);
INSERT INTO ccts_ledger.stream VALUES ('dumped', 'scope/3/icm/s', 4);
INSERT INTO ccts_ledger.stream VALUES ('dumped', 'scope/3/icm/t', 5);
INSERT INTO ccts_ledger.version VALUES (3);
ALTER TABLE ONLY ccts_ledger.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (shard, "position");
ALTER TABLE ONLY ccts_ledger.intent
    ADD CONSTRAINT intent_pkey PRIMARY KEY (shard, "position", number);
ALTER TABLE ONLY ccts_ledger.outbox_move
    ADD CONSTRAINT outbox_move_pkey PRIMARY KEY (shard, key, version);
ALTER TABLE ONLY ccts_ledger.outbox_owner
    ADD CONSTRAINT outbox_owner_pkey PRIMARY KEY (shard);
ALTER TABLE ONLY ccts_ledger.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (shard, "position", number);
ALTER TABLE ONLY ccts_ledger.outbox
    ADD CONSTRAINT outbox_shard_key_key UNIQUE (shard, key);
ALTER TABLE ONLY ccts_ledger.shard
    ADD CONSTRAINT shard_pkey PRIMARY KEY (id);
ALTER TABLE ONLY ccts_ledger.snapshot_part
    ADD CONSTRAINT snapshot_part_pkey PRIMARY KEY (shard, "position", number);
ALTER TABLE ONLY ccts_ledger.snapshot
    ADD CONSTRAINT snapshot_pkey PRIMARY KEY (shard, "position");
ALTER TABLE ONLY ccts_ledger.stream
    ADD CONSTRAINT stream_pkey PRIMARY KEY (shard, name);
CREATE INDEX outbox_open ON ccts_ledger.outbox USING btree (shard, "position", number) WHERE open;
