using System;

Console.Error.WriteLine("usage: ratios");
return 2;
