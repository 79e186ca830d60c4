using System.Net;

namespace Renkei.Room.Hosting;

/// <summary>The room plays with one machine only: it neither listens on nor talks to anything else.</summary>
internal static class Loopback
{
    /// <exception cref="ArgumentException">The address is not on this machine.</exception>
    public static Uri Require(Uri address) =>
        address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttp && IsHost(address.Host)
            ? address
            : throw new ArgumentException(
                $"The practice room works on this machine only (http://127.0.0.1:…), not with {address}.",
                nameof(address)
            );

    /// <summary>Whether a host name, without a port, means this machine.</summary>
    public static bool IsHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip));

    /// <summary>
    /// Refuses requests that a web page from elsewhere lets a browser send here: a foreign host name (DNS rebinding) or a
    /// foreign origin.
    /// </summary>
    public static Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        bool hostIsHere = IsHost(http.Request.Host.Host);
        string? origin = http.Request.Headers.Origin;
        bool originIsHere =
            string.IsNullOrEmpty(origin)
            || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && from.Authority == http.Request.Host.Value);
        bool peerIsHere = http.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer);
        if (hostIsHere && originIsHere && peerIsHere)
        {
            return next(http);
        }
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
