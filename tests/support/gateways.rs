//! Links as mail gateways, chat programs and social networks rewrite them: the corpus of native and browser tests.
//!
//! The forms are those that the makers publish; hosts, ids and signatures are made up.

/// A rewritten link.
pub struct Rewritten {
    /// The program that writes this form, or a description.
    pub by: &'static str,
    /// The text to paste.
    pub text: String,
}

/// The page of the links.
const PAGE: &str = "https://agence.example/devis_2027/";

/// A link in every form from which it can be read again.
pub fn rewritten(sealed: &str) -> Vec<Rewritten> {
    let link = format!("{PAGE}#retour={sealed}");
    let whole = escaped(&link);
    let lower = whole.replace("%3A", "%3a").replace("%2F", "%2f").replace("%3D", "%3d");
    let [first, second] = [&link[..link.len() / 2], &link[link.len() / 2..]];
    let safe = |whole: &str| {
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url={whole}&data=05%7C02%7Csamir%40charpentes.example\
             %7C08dd%7C0%7C0%7C638%7CUnknown%7CTWFpbGZsb3d8eyJFbXB0eU1hcGki%7C0%7C%7C%7C&sdata=Zk3mQ8vB%2F27dJ%3D&reserved=0"
        )
    };
    let defense_2 = format!(
        "https://urldefense.proofpoint.com/v2/url?u={}&d=DwMFaQ&c=Vxt5e0-Os_vv&r=Muj&m=QJ-h&s=ew&e=",
        v2(&link)
    );
    let defense_3 = |link: &str| format!("https://urldefense.com/v3/__{}__;Iw!!MvWE!b1-Xy_z$", link.replace('#', "*"));
    vec![
        ("Microsoft Safe Links", safe(&whole)),
        ("Safe Links in Teams", format!("https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={whole}&locale=fr-fr")),
        ("Safe Links twice", safe(&escaped(&safe(&whole)))),
        ("Safe Links around an escaped hash", safe(&escaped(&link.replace('#', "%23")))),
        ("an escaped hash in the path", link.replace('#', "%23")),
        ("a hash escaped twice", link.replace('#', "%2523")),
        ("an escaped hash in the query", format!("{PAGE}?p=5%23retour%3d{sealed}")),
        ("a query", format!("{PAGE}?p=5&retour={sealed}&utm_source=lettre")),
        ("Proofpoint 1", format!("https://urldefense.proofpoint.com/v1/url?u={whole}&k=oIvRg1%2BdGAgOoM1BIlLLqw%3D%3D%0A&r=IKM5u8&m=Ww6i&s=d358")),
        ("Proofpoint 2", defense_2.clone()),
        ("Proofpoint 2 with small escapes", defense_2.replace("-3A", "-3a").replace("-2D", "-2d").replace("-5F", "-5f")),
        ("Proofpoint 2 in Safe Links", safe(&escaped(&defense_2))),
        ("Safe Links in Proofpoint 2", format!("https://urldefense.proofpoint.com/v2/url?u={}&d=Dw", v2(&safe(&whole)))),
        ("Proofpoint 3", defense_3(&link)),
        ("Proofpoint 3 with a run", format!("https://urldefense.com/v3/__{PAGE}?a=**A&b=*retour={sealed}__;w6nDqCM!!x$")),
        ("Proofpoint 3 in Safe Links", safe(&escaped(&defense_3(&link)))),
        ("Barracuda", format!("https://linkprotect.cudasvc.com/url?a={lower}&c=E,1,5bEVim247z1fGhtUhmYw,1&typo=1")),
        ("Cisco", format!("https://secure-web.cisco.com/1Zk3mQ8vB_x-27dJhP0aTnWc/{whole}")),
        ("Sophos", format!("https://eu-central-1.protection.sophos.com?d=agence.example&u={}&i=NWY&t=bk0&h=0a1b&s=AVNPUEhU", base64(&link))),
        ("Sophos with escaped padding", format!("https://eu.protection.sophos.com/?d=a&u={}&i=N", escaped(&base64(&link)))),
        ("Trend Micro", format!("https://ca-1234.tmase.trendmicro.com/wis/clicktime/v1/query?url={lower}&umid=6D&auth=9e-f1")),
        ("FireEye", format!("https://protect2.fireeye.com/v1/url?k=31323334-50bba2bf&q=1&e=ab-12&u={whole}")),
        ("Symantec", format!("https://clicktime.symantec.com/3Abc?u={whole}")),
        ("Google", format!("https://www.google.com/url?q={PAGE}%23retour%3D{sealed}&sa=D&source=docs&ust=17&usg=AOv")),
        ("Slack", format!("https://slack-redir.net/link?url={whole}")),
        ("Facebook", format!("https://l.facebook.com/l.php?u={}&h=AT0-x_y&s=1", whole.replacen("%23", "%3Ffbclid%3DIwAR0_x-y%23", 1))),
        ("LinkedIn", format!("https://www.linkedin.com/redir/redirect?url={whole}&urlhash=a-B_&trk=public")),
        ("LinkedIn, newer", format!("https://www.linkedin.com/safety/go?url={whole}&trk=flagship")),
        ("tracking before the hash", format!("{PAGE}?utm_source=lettre&gclid=x#retour={sealed}")),
        ("tracking behind the link", format!("{link}&utm_source=lettre&fbclid=IwAR0_x-y")),
        ("a query behind the link", format!("{link}?utm_source=lettre&mc_eid=12_3-4")),
        ("a text fragment", format!("{link}:~:text=Ce%20que%20nous%20avons%20compris")),
        ("a router's path", format!("{PAGE}#/devis?retour={sealed}")),
        ("broken in two", format!("> {first}\n> {second}\n> Bonne journée")),
        ("Safe Links broken in two", format!("<{}>", halved(&safe(&whole)))),
    ]
    .into_iter()
    .map(|(by, text)| Rewritten { by, text })
    .collect()
}

/// Forms that do not contain the link: only following them leads to it.
#[allow(dead_code, reason = "a browser cannot go there")]
pub fn opaque() -> [Rewritten; 2] {
    [
        ("Mimecast", "https://protect-eu.mimecast.com/s/0wSdCVON0gczLDq1tGaO_q?domain=agence.example"),
        ("Mimecast, newer", "https://url.uk.m.mimecastprotect.com/s/0wSdCVON0gczLDq1tGaO?domain=agence.example"),
    ]
    .map(|(by, text)| Rewritten { by, text: text.to_owned() })
}

/// A text as `encodeURIComponent` writes it.
pub fn escaped(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte);
    text.bytes().map(|it| if is_plain(it) { char::from(it).to_string() } else { format!("%{it:02X}") }).collect()
}

/// An address as Proofpoint's second version writes it.
fn v2(link: &str) -> String {
    let letter = |byte: u8| match byte {
        b'/' => "_".to_owned(),
        byte if byte.is_ascii_alphanumeric() || byte == b'.' => char::from(byte).to_string(),
        byte => format!("-{byte:02X}"),
    };
    link.bytes().map(letter).collect()
}

fn halved(text: &str) -> String {
    let (left, right) = text.split_at(text.find("retour%3D").map_or(0, |at| at + 80));
    format!("{left}=\r\n{right}")
}

fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let four = |chunk: &[u8]| -> String {
        let bits = (0..3).fold(0, |bits, i| bits << 8 | usize::from(*chunk.get(i).unwrap_or(&0)));
        let digit = |i: usize| if i <= chunk.len() { char::from(DIGITS[bits >> (18 - 6 * i) & 63]) } else { '=' };
        (0..4).map(digit).collect()
    };
    text.as_bytes().chunks(3).map(four).collect()
}
