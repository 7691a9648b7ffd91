using System;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Cli.Commands.Serials;

/// <summary>Writes one answer for one line: a reading or an error.</summary>
internal interface ISerialAnswers : IDisposable
{
    void Write(string input, SerialReading? reading, SerialError? error);

    void Flush();
}
