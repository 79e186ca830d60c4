namespace Renkei.Domain.Invitations;

/// <summary>Somebody who can be written to by mail.</summary>
public sealed record Mailbox
{
    private const int MaxLength = 254;

    /// <summary>A name and an address.</summary>
    /// <param name="name">As shown; may hold anything but control characters, which are left out.</param>
    /// <param name="address">e.g. <c>sato@example.jp</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="address"/> is none; see <see cref="IsAddress"/>.</exception>
    public Mailbox(string name, string address)
    {
        if (!IsAddress(address))
        {
            throw new ArgumentException("That is not a mail address.", nameof(address));
        }
        Name = string.Concat(name.Where(c => !char.IsControl(c)));
        Address = address;
    }

    /// <summary>As shown.</summary>
    public string Name { get; }

    /// <summary>The address, as it was given.</summary>
    public string Address { get; }

    /// <summary>
    /// Whether a text can be taken for a mail address: something, one @, a domain; at most 254 visible ASCII characters, none of
    /// <c>" ( ) , : ; &lt; &gt; [ \ ]</c>. Quoted and international addresses, which many systems refuse, are refused as well.
    /// </summary>
    public static bool IsAddress(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && at == text.LastIndexOf('@')
            && at < text.Length - 1
            && text.Length <= MaxLength
            && text[at + 1] != '.'
            && text[^1] != '.'
            && text.All(c => c is > ' ' and < '\x7F' && !"\"(),:;<>[\\]".Contains(c, StringComparison.Ordinal));
    }
}
